package shop.messaging;

import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.config.TopicBuilder;
import org.springframework.kafka.core.KafkaAdmin.NewTopics;

import shop.events.Topics;

@Configuration
class KafkaTopics {

    // #region topics
    @Bean
    NewTopics shopTopics(@Value("${shop.kafka.replicas}") int replicas) {
        return new NewTopics(
                topic(Topics.ORDER_CREATED, replicas),
                topic(Topics.STOCK_RESERVED, replicas),
                topic(Topics.STOCK_REJECTED, replicas),
                topic(Topics.PAYMENT_CAPTURED, replicas),
                topic(Topics.PAYMENT_DECLINED, replicas),
                // As many partitions as their source:
                topic(Topics.ORDER_CREATED + ".dlt", replicas),
                topic(Topics.STOCK_RESERVED + ".dlt", replicas),
                topic(Topics.STOCK_REJECTED + ".dlt", replicas),
                topic(Topics.PAYMENT_CAPTURED + ".dlt", replicas),
                topic(Topics.PAYMENT_DECLINED + ".dlt", replicas));
    }

    private static NewTopic topic(String name, int replicas) {
        return TopicBuilder.name(name)
                .partitions(3)
                .replicas(replicas)
                .config(TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG,
                        replicas == 1 ? "1" : "2")
                .config(TopicConfig.RETENTION_MS_CONFIG, "2592000000") // 30 days
                .build();
    }
    // #endregion topics
}
