package shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.timeout;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kafka.server.BrokerServer;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.listener.MessageListenerContainer;
import org.springframework.kafka.test.EmbeddedKafkaBroker;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;
import org.springframework.kafka.test.context.EmbeddedKafka;
import org.springframework.kafka.test.utils.KafkaTestUtils;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import shop.email.MailQueue;
import shop.email.MailServer;
import shop.events.OrderCreated;
import shop.events.OrderCreated.Line;
import shop.events.Topics;
import shop.messaging.TryAgainLater;
import shop.ordering.application.PlaceOrder;
import shop.payment.PaymentProvider;
import shop.payment.PaymentProvider.Answer;
import tools.jackson.databind.json.JsonMapper;

/** Orders on their way through the whole shop, with a real Kafka and a real PostgreSQL. */
@SpringBootTest(properties = {
        "spring.kafka.bootstrap-servers=${spring.embedded.kafka.brokers}",
        "spring.rabbitmq.listener.simple.auto-startup=false", "shop.kafka.first-wait=10",
        "spring.cache.type=none", "spring.grpc.server.port=0",
        "WAREHOUSE_PASSWORD=a warehouse demo password", "WEBHOOK_SECRET=a webhook secret for tests"})
@EmbeddedKafka(partitions = 3, brokerProperties = {
        "group.consumer.min.heartbeat.interval.ms=200",
        "group.consumer.heartbeat.interval.ms=200"})
@Import(ShopTest.RealDatabase.class)
@DirtiesContext // its consumers end with its broker
class OrderFlowTest {
    static final long TEAPOT = 4001;
    static final long CUP = 4002;
    static final BigDecimal PRICE = new BigDecimal("19.90");

    @Autowired PlaceOrder placeOrder;
    @Autowired JdbcClient db;
    @Autowired JsonMapper json;
    @Autowired KafkaTemplate<String, String> kafka;
    @Autowired KafkaListenerEndpointRegistry listeners;
    @Autowired EmbeddedKafkaBroker broker;
    @MockitoBean PaymentProvider provider;
    @MockitoBean MailQueue mail;
    @MockitoBean MailServer mailServer;

    long customer;

    @BeforeEach
    void stockTheShelf() {
        db.sql("""
                insert into product (id, sku, name, price, stock) overriding system value
                values (4001, 'TEA-1', 'Teapot', 19.90, 10), (4002, 'CUP-1', 'Cup', 19.90, 1)
                on conflict (id) do update set stock = excluded.stock""").update();
        customer = db.sql("insert into customer (name, email) values ('Ada', ?) returning id")
                .param(UUID.randomUUID() + "@example.com").query(Long.class).single();
        when(provider.capture(any(), any())).thenReturn(Answer.CAPTURED);
    }

    long order(long product, int quantity) {
        return placeOrder.place(new PlaceOrder.Command(customer, List.of(new PlaceOrder.Item(product, quantity))));
    }

    /** What another version of the order service could publish. */
    long published(Line... lines) {
        long id = db.sql("insert into orders (customer_id, total) values (?, 0) returning id").param(customer)
                .query(Long.class).single();
        var event = new OrderCreated(UUID.randomUUID(), id, customer, List.of(lines), PRICE, Instant.now());
        kafka.send(Topics.ORDER_CREATED, "" + id, json.writeValueAsString(event)).join();
        return id;
    }

    static ConditionFactory soon() {
        return await().atMost(Duration.ofSeconds(20));
    }

    void becomes(String status, long order) {
        soon().untilAsserted(() -> assertThat(statusOf(order)).isEqualTo(status));
    }

    String statusOf(long order) {
        return db.sql("select status from orders where id = ?").param(order).query(String.class).single();
    }

    int stockOf(long product) {
        return db.sql("select stock from product where id = ?").param(product).query(Integer.class).single();
    }

    @Test
    void anOrderWaitsForInventoryAndIsPaidWithoutAnyAction() {
        var inventory = listeners.getAllListenerContainers().stream()
                .filter(one -> "inventory".equals(one.getGroupId())).toList();
        inventory.forEach(MessageListenerContainer::stop);
        long id = order(TEAPOT, 2);
        soon().until(() -> db.sql("select sent_at is not null from outbox where record_key = ?").param("" + id)
                .query(Boolean.class).single());
        assertThat(statusOf(id)).isEqualTo("NEW");
        inventory.forEach(MessageListenerContainer::start);
        becomes("PAID", id);
        assertThat(stockOf(TEAPOT)).isEqualTo(8);
        verify(provider).capture("order-" + id, new BigDecimal("44.70"));   // 2 x 19.90 + 4.90
        verify(mail, timeout(5000)).enqueue(eq("order.paid"), argThat(task -> task.orderId() == id));
        assertThat(db.sql("select topic from audit_event where record_key = ?").param("" + id).query(String.class).list())
                .contains(Topics.ORDER_CREATED, Topics.STOCK_RESERVED);
    }

    @Test
    void theSameRecordTwiceLowersTheStockOnce() throws Exception {
        long id = order(TEAPOT, 2);
        becomes("PAID", id);
        String event = db.sql("select payload from outbox where topic = ? and record_key = ?")
                .params(Topics.ORDER_CREATED, "" + id).query(String.class).single();
        var again = kafka.send(Topics.ORDER_CREATED, "" + id, event).join().getRecordMetadata();
        soon().until(() -> committed("inventory", again.topic(), again.partition()) > again.offset());
        assertThat(stockOf(TEAPOT)).isEqualTo(8);
    }

    long committed(String group, String topic, int partition) throws Exception {
        var offset = KafkaTestUtils.getCurrentOffset(broker.getBrokersAsString(), group, topic, partition);
        return offset == null ? -1 : offset.offset();
    }

    @Test
    void ofTwoBuyersOneGetsTheLastCup() {
        long first = order(CUP, 1);
        long second = order(CUP, 1);
        soon().untilAsserted(() -> assertThat(List.of(statusOf(first), statusOf(second)))
                .containsExactlyInAnyOrder("PAID", "CANCELLED"));
        assertThat(stockOf(CUP)).isZero();
    }

    @Test
    void anOrderLargerThanTheStockIsCancelledAndChangesNone() {
        becomes("CANCELLED", published(new Line(TEAPOT, 1, PRICE), new Line(CUP, 5, PRICE)));
        assertThat(stockOf(TEAPOT)).isEqualTo(10);
        assertThat(stockOf(CUP)).isEqualTo(1);
    }

    @Test
    void twoLinesOfOneProductReserveTheSumAndAnUnknownProductCancels() {
        becomes("PAID", published(new Line(TEAPOT, 1, PRICE), new Line(TEAPOT, 2, PRICE)));
        assertThat(stockOf(TEAPOT)).isEqualTo(7);
        becomes("CANCELLED", published(new Line(TEAPOT, 1, PRICE), new Line(404, 1, PRICE)));
        assertThat(stockOf(TEAPOT)).isEqualTo(7);
    }

    @Test
    void aDeclinedCardGivesTheStockBack() {
        when(provider.capture(any(), any())).thenReturn(Answer.DECLINED);
        long id = order(TEAPOT, 3);
        becomes("CANCELLED", id);
        soon().until(() -> stockOf(TEAPOT) == 10);
        assertThat(db.sql("select status from payment where order_id = ?").param(id).query(String.class).single())
                .isEqualTo("FAILED");
    }

    @Test
    void aProviderThatTimesOutIsAskedAgainWithTheSameKey() {
        when(provider.capture(any(), any())).thenThrow(new TryAgainLater("timeout")).thenReturn(Answer.CAPTURED);
        long id = order(TEAPOT, 1);
        becomes("PAID", id);
        verify(provider, times(2)).capture("order-" + id, new BigDecimal("24.80"));
    }

    @Test
    void aRecordThatCannotBeReadGoesAsideAndThoseBehindItGoOn() {
        kafka.send(Topics.STOCK_RESERVED, "99", "{not json").join();
        try (Consumer<String, String> reader = reader()) {
            reader.subscribe(List.of(Topics.STOCK_RESERVED + ".dlt"));
            var dead = KafkaTestUtils.getSingleRecord(reader, Topics.STOCK_RESERVED + ".dlt", Duration.ofSeconds(20));
            assertThat(dead.value()).isEqualTo("{not json");
        }
        becomes("PAID", order(TEAPOT, 1));
    }

    Consumer<String, String> reader() {
        Map<String, Object> settings = KafkaTestUtils.consumerProps(broker, "dead-letters", true);
        settings.put("auto.offset.reset", "earliest");
        return new DefaultKafkaConsumerFactory<>(settings, new StringDeserializer(), new StringDeserializer())
                .createConsumer();
    }

    @Test
    void withoutKafkaOrdersAreTakenAndWaitInTheOutbox() {
        var brokers = ((EmbeddedKafkaKraftBroker) broker).getCluster().brokers().values();
        brokers.forEach(BrokerServer::shutdown);
        long id;
        try {
            id = order(TEAPOT, 1);
            await().during(Duration.ofSeconds(1)).atMost(Duration.ofSeconds(5)).until(() -> waiting(id) == 1);
        } finally {
            brokers.forEach(BrokerServer::startup);
        }
        await().atMost(Duration.ofSeconds(60)).until(() -> waiting(id) == 0);
        becomes("PAID", id);
    }

    int waiting(long order) {
        return db.sql("select count(*) from outbox where record_key = ? and sent_at is null").param("" + order)
                .query(Integer.class).single();
    }

    @Test
    void aNewGroupRebuildsTheAuditTableRowForRow() {
        becomes("PAID", order(TEAPOT, 1));
        var audit = listeners.getAllListenerContainers().stream()
                .filter(one -> "audit".equals(one.getGroupId())).findFirst().orElseThrow();
        audit.stop();
        var before = audited();
        db.sql("delete from audit_event").update();
        audit.getContainerProperties().setGroupId("audit-" + UUID.randomUUID());   // starts at the earliest record
        audit.start();
        soon().untilAsserted(() -> assertThat(audited()).containsAll(before));
        assertThat(before).hasSizeGreaterThan(2);
    }

    List<Map<String, Object>> audited() {
        return db.sql("select topic, partition_no, offset_no, record_key, recorded_at, payload from audit_event")
                .query().listOfRows();
    }

    @Test
    void aNotificationThatFailsIsTriedAgain() {
        Mockito.doThrow(new IllegalStateException("RabbitMQ is away")).doNothing()
                .when(mail).enqueue(eq("order.received"), any());
        long id = order(TEAPOT, 1);
        verify(mail, timeout(20_000).times(2)).enqueue(eq("order.received"), argThat(task -> task.orderId() == id));
    }
}
