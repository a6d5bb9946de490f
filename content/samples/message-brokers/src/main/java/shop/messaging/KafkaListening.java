package shop.messaging;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.kafka.core.KafkaOperations;
import org.springframework.kafka.listener.DeadLetterPublishingRecoverer;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.kafka.support.ExponentialBackOffWithMaxRetries;
import org.springframework.kafka.support.converter.StringJacksonJsonMessageConverter;
import org.springframework.util.backoff.ExponentialBackOff;

@Configuration
class KafkaListening {

    /** Turns the JSON text of a record into the type that the listener method asks for. */
    @Bean
    StringJacksonJsonMessageConverter jsonConverter() {
        return new StringJacksonJsonMessageConverter();
    }

    // #region errors
    @Bean
    DefaultErrorHandler errorHandler(
            KafkaOperations<Object, Object> kafka,
            @Value("${shop.kafka.first-wait:200}") long firstWait) {
        var deadLetters = new DeadLetterPublishingRecoverer(kafka,
                (ConsumerRecord<?, ?> record, Exception cause) ->
                        new TopicPartition(
                                record.topic() + ".dlt", record.partition()));

        // A fault of this record: again after 200, 600, 1800, 5400 ms, then never.
        var fewTries = new ExponentialBackOffWithMaxRetries(4);
        fewTries.setInitialInterval(firstWait);
        fewTries.setMultiplier(3);

        // An outage hits every record: wait, well below max.poll.interval.ms.
        var untilItIsBack = new ExponentialBackOff(firstWait, 3);
        untilItIsBack.setMaxInterval(30_000);

        var handler = new DefaultErrorHandler(deadLetters, fewTries);
        handler.addNotRetryableExceptions(IllegalArgumentException.class);
        handler.setBackOffFunction((_, failure) ->
                NestedExceptionUtils.getMostSpecificCause(failure)
                        instanceof TryAgainLater
                        ? untilItIsBack : null);
        return handler;
    }
    // #endregion errors
}
