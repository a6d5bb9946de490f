package shop.observability;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

import io.micrometer.core.instrument.binder.kafka.KafkaClientMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;

class KafkaLagMetricTest {

    /** No broker needed: the client registers its lag metric when it is made. */
    @Test
    void theConsumerReportsItsOwnLag() {
        var registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        var settings = Map.<String, Object>of("bootstrap.servers", "localhost:1", "group.id", "notification");
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer());
                var metrics = new KafkaClientMetrics(consumer)) {
            metrics.bindTo(registry);
            assertThat(registry.scrape()).contains("kafka_consumer_fetch_manager_records_lag_max");
        }
    }
}
