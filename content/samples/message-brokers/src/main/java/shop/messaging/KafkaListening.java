package shop.messaging;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.KafkaOperations;
import org.springframework.kafka.listener.DeadLetterPublishingRecoverer;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.kafka.support.ExponentialBackOffWithMaxRetries;
import org.springframework.kafka.support.converter.StringJacksonJsonMessageConverter;

@Configuration
class KafkaListening {

    /** Turns the JSON text of a record into the type that the listener method asks for. */
    @Bean
    StringJacksonJsonMessageConverter jsonConverter() {
        return new StringJacksonJsonMessageConverter();
    }

    // #region errors
    @Bean
    DefaultErrorHandler errorHandler(KafkaOperations<Object, Object> kafka) {
        var deadLetters = new DeadLetterPublishingRecoverer(kafka,
                (ConsumerRecord<?, ?> record, Exception cause) ->
                        new TopicPartition(record.topic() + ".dlt", record.partition()));

        var waits = new ExponentialBackOffWithMaxRetries(4);   // then give up
        waits.setInitialInterval(200);
        waits.setMultiplier(3);                                // 200, 600, 1800, 5400 ms
        waits.setMaxInterval(10_000);

        var handler = new DefaultErrorHandler(deadLetters, waits);
        handler.addNotRetryableExceptions(IllegalArgumentException.class);
        return handler;
    }
    // #endregion errors
}
