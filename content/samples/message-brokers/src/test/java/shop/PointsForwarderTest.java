package shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;

import shop.loyalty.PointsForwarder;

class PointsForwarderTest {

    static final EmbeddedKafkaKraftBroker broker = new EmbeddedKafkaKraftBroker(1, 1, "demo.payments", "demo.points");

    @BeforeAll
    static void start() {
        broker.brokerProperty("transaction.state.log.replication.factor", "1");
        broker.brokerProperty("transaction.state.log.min.isr", "1");
        broker.afterPropertiesSet();
    }

    @AfterAll
    static void stop() {
        broker.destroy();
    }

    // #region crash
    @Test
    void aCrashBeforeTheCommitLeavesNoPointTwice() throws Exception {
        send("order-41", "38.00");
        var dies = producer();
        var reading = consumer("loyalty");
        var first = new PointsForwarder(reading, dyingBeforeCommit(dies));
        assertThatThrownBy(() -> forwardOften(first)).hasMessage("power cut");
        reading.close();

        var second = new PointsForwarder(consumer("loyalty"), producer());
        forwardUntilRead(second);

        assertThat(points("read_uncommitted")).containsExactly("38", "38");
        assertThat(points("read_committed")).containsExactly("38");
        // The first one wakes up: its epoch is over.
        assertThatThrownBy(dies::commitTransaction)
                .isInstanceOf(ProducerFencedException.class);
    }
    // #endregion crash

    private static void send(String key, String value) throws Exception {
        try (var plain = new KafkaProducer<>(Map.<String, Object>of("bootstrap.servers", broker.getBrokersAsString()),
                new StringSerializer(), new StringSerializer())) {
            plain.send(new ProducerRecord<>("demo.payments", key, value)).get();
        }
    }

    private static Producer<String, String> producer() {
        // #region producer
        return new KafkaProducer<>(Map.of(
                "bootstrap.servers", broker.getBrokersAsString(),
                "transactional.id", "loyalty-points-0",   // the same after a restart
                "transaction.timeout.ms", 15_000),
                new StringSerializer(), new StringSerializer());
        // #endregion producer
    }

    /** Everything is sent and flushed, and then the process is gone. */
    private static Producer<String, String> dyingBeforeCommit(Producer<String, String> real) {
        return (Producer<String, String>) Proxy.newProxyInstance(
                PointsForwarderTest.class.getClassLoader(), new Class<?>[] {Producer.class}, (proxy, method, values) -> {
                    if (method.getName().equals("commitTransaction")) {
                        real.flush();
                        throw new IllegalStateException("power cut");
                    }
                    return method.invoke(real, values);
                });
    }

    private static Consumer<String, String> consumer(String group) {
        return new KafkaConsumer<>(Map.of(
                "bootstrap.servers", broker.getBrokersAsString(),
                "group.id", group,
                "auto.offset.reset", "earliest",
                "enable.auto.commit", false,
                "session.timeout.ms", 6_000,
                "heartbeat.interval.ms", 500,
                "isolation.level", "read_committed"), new StringDeserializer(), new StringDeserializer());
    }

    private static void forwardOften(PointsForwarder forwarder) {
        for (int i = 0; i < 30; i++) {
            forwarder.forward();
        }
    }

    private static void forwardUntilRead(PointsForwarder forwarder) {
        for (int i = 0; i < 30 && points("read_committed").isEmpty(); i++) {
            forwarder.forward();
        }
    }

    private static List<String> points(String isolation) {
        try (var reader = new KafkaConsumer<>(Map.<String, Object>of(
                "bootstrap.servers", broker.getBrokersAsString(),
                "isolation.level", isolation,
                "auto.offset.reset", "earliest"), new StringDeserializer(), new StringDeserializer())) {
            var partition = List.of(new TopicPartition("demo.points", 0));
            reader.assign(partition);
            reader.seekToBeginning(partition);
            var values = new ArrayList<String>();
            long end = System.nanoTime() + Duration.ofMillis(700).toNanos();
            while (System.nanoTime() < end) {
                reader.poll(Duration.ofMillis(100)).forEach(record -> values.add(record.value()));
            }
            return values;
        }
    }
}
