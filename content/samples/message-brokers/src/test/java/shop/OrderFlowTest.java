package shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.ArgumentMatchers.startsWith;
import static org.mockito.Mockito.timeout;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.test.EmbeddedKafkaBroker;
import org.springframework.kafka.test.context.EmbeddedKafka;
import org.springframework.kafka.test.utils.KafkaTestUtils;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.bean.override.mockito.MockitoBean;

import shop.email.MailQueue;
import shop.email.MailServer;
import shop.events.OrderCreated.Line;
import shop.events.Topics;
import shop.messaging.TryAgainLater;
import shop.ordering.OrderService;
import shop.payment.PaymentProvider;
import shop.payment.PaymentProvider.Answer;

// #region setup
@SpringBootTest(properties = {
        "spring.kafka.bootstrap-servers=${spring.embedded.kafka.brokers}",
        "spring.rabbitmq.listener.simple.auto-startup=false",
        "shop.kafka.first-wait=10"})
// A KRaft broker inside this JVM.
@EmbeddedKafka(partitions = 3, brokerProperties = {
        "group.consumer.min.heartbeat.interval.ms=200",
        "group.consumer.heartbeat.interval.ms=200"})
@Import(TestPostgres.class)
@DirtiesContext
class OrderFlowTest {
    // #endregion setup

    private static final long TEAPOT = 1;
    private static final long CUP = 2;
    private static final BigDecimal PRICE = new BigDecimal("19.90");

    @Autowired OrderService orders;
    @Autowired JdbcClient db;
    @Autowired KafkaTemplate<String, String> kafka;
    @Autowired EmbeddedKafkaBroker broker;
    @MockitoBean PaymentProvider provider;
    @MockitoBean MailQueue mail;
    @MockitoBean MailServer mailServer;

    @BeforeEach
    void stockTheShelf() {
        db.sql("""
                insert into product (id, sku, name, price, stock)
                values (1, 'TEA-1', 'Teapot', 19.90, 10), (2, 'CUP-1', 'Cup', 19.90, 1)
                on conflict (id) do update set stock = excluded.stock""").update();
        when(provider.capture(any(), any())).thenReturn(Answer.CAPTURED);
    }

    // #region paid
    @Test
    void anOrderInStockIsPaid() {
        long id = orders.place(7, List.of(new Line(TEAPOT, 2, PRICE)));

        await().atMost(Duration.ofSeconds(20)).untilAsserted(() ->
                assertThat(status(id)).isEqualTo("PAID"));
        assertThat(stock(TEAPOT)).isEqualTo(8);
        verify(provider).capture("order-" + id, new BigDecimal("39.80"));
        verify(mail, timeout(5000)).enqueue(
                eq("order.paid"), argThat(t -> t.orderId() == id));
    }

    @Test
    void theSameRecordTwiceReservesOnce() {
        long id = orders.place(7, List.of(new Line(TEAPOT, 2, PRICE)));
        await().atMost(Duration.ofSeconds(20))
                .until(() -> status(id).equals("PAID"));

        String json = db.sql("""
                        select payload from outbox
                        where topic = ? and record_key = ?""")
                .params(Topics.ORDER_CREATED, "" + id).query(String.class).single();
        var again = kafka.send(Topics.ORDER_CREATED, "" + id, json)
                .join().getRecordMetadata();

        await().atMost(Duration.ofSeconds(20)).until(() ->
                committed("inventory", Topics.ORDER_CREATED, again.partition())
                        > again.offset());
        assertThat(stock(TEAPOT)).isEqualTo(8);
    }
    // #endregion paid

    @Test
    void anOrderOutOfStockIsCancelled() {
        long id = orders.place(7, List.of(new Line(TEAPOT, 1, PRICE), new Line(CUP, 5, PRICE)));

        await().atMost(Duration.ofSeconds(20)).untilAsserted(() ->
                assertThat(status(id)).isEqualTo("CANCELLED"));
        assertThat(stock(TEAPOT)).isEqualTo(10);
    }

    @Test
    void aProductThatIsNotThereIsADecisionToo() {
        long id = orders.place(7, List.of(new Line(TEAPOT, 1, PRICE), new Line(404, 1, PRICE)));

        await().atMost(Duration.ofSeconds(20)).untilAsserted(() ->
                assertThat(status(id)).isEqualTo("CANCELLED"));
        assertThat(stock(TEAPOT)).isEqualTo(10);
    }

    @Test
    void theSameProductOnTwoLinesIsOneReservation() {
        long id = orders.place(7, List.of(new Line(TEAPOT, 1, PRICE), new Line(TEAPOT, 2, PRICE)));

        await().atMost(Duration.ofSeconds(20)).until(() -> status(id).equals("PAID"));
        assertThat(stock(TEAPOT)).isEqualTo(7);
    }

    @Test
    void aDeclinedPaymentGivesTheStockBack() {
        when(provider.capture(any(), any())).thenReturn(Answer.DECLINED);
        long id = orders.place(7, List.of(new Line(TEAPOT, 3, PRICE)));

        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            assertThat(status(id)).isEqualTo("CANCELLED");
            assertThat(stock(TEAPOT)).isEqualTo(10);
        });
        assertThat(db.sql("select status from payment where order_id = ?").param(id)
                .query(String.class).single()).isEqualTo("FAILED");
    }

    @Test
    void aProviderThatAnswersLateIsAskedAgainWithTheSameKey() {
        when(provider.capture(any(), any()))
                .thenThrow(new TryAgainLater("timeout"))
                .thenReturn(Answer.CAPTURED);
        long id = orders.place(7, List.of(new Line(TEAPOT, 1, PRICE)));

        await().atMost(Duration.ofSeconds(20)).until(() -> status(id).equals("PAID"));
        verify(provider, Mockito.times(2)).capture("order-" + id, PRICE);
    }

    // #region replay
    @Test
    void aReplayAfterTheCaptureDoesNotAskTheProviderAgain() throws Exception {
        long id = orders.place(7, List.of(new Line(TEAPOT, 1, PRICE)));
        await().atMost(Duration.ofSeconds(20)).until(() -> status(id).equals("PAID"));

        replayStockReserved(id);
        verify(provider, Mockito.times(1)).capture("order-" + id, PRICE);
    }

    @Test
    void anOpenPaymentThatIsTooOldIsLeftToReconciliation() throws Exception {
        when(provider.capture(any(), any())).thenThrow(new TryAgainLater("provider is down"));
        long id = orders.place(7, List.of(new Line(TEAPOT, 1, PRICE)));
        verify(provider, timeout(20_000).atLeastOnce()).capture("order-" + id, PRICE);
        db.sql("update payment set created_at = now() - interval '2 days' where order_id = ?").param(id).update();

        replayStockReserved(id);
        Mockito.clearInvocations(provider);
        replayStockReserved(id);
        verify(provider, Mockito.never()).capture(any(), any());
    }

    @Test
    void anOutageLongerThanTheFirstTriesEndsInAPaymentAndNotInADeadLetter() {
        var away = new TryAgainLater("provider is down");
        when(provider.capture(any(), any())).thenThrow(away, away, away, away, away, away).thenReturn(Answer.CAPTURED);
        long id = orders.place(7, List.of(new Line(TEAPOT, 1, PRICE)));

        await().atMost(Duration.ofSeconds(40)).until(() -> status(id).equals("PAID"));
        verify(provider, Mockito.times(7)).capture("order-" + id, PRICE);
    }
    // #endregion replay

    private void replayStockReserved(long id) throws Exception {
        String json = db.sql("select payload from outbox where topic = ? and record_key = ?")
                .params(Topics.STOCK_RESERVED, "" + id).query(String.class).single();
        var again = kafka.send(Topics.STOCK_RESERVED, "" + id, json).join().getRecordMetadata();
        await().atMost(Duration.ofSeconds(30)).until(() ->
                committed("payment", Topics.STOCK_RESERVED, again.partition()) > again.offset());
    }

    @Test
    void aRecordThatCannotBeReadGoesToTheDeadLetterTopic() {
        kafka.send(Topics.STOCK_RESERVED, "99", "{not json").join();

        try (Consumer<String, String> reader = reader("dead-letters")) {
            reader.subscribe(List.of(Topics.STOCK_RESERVED + ".dlt"));
            var dead = KafkaTestUtils.getSingleRecord(
                    reader, Topics.STOCK_RESERVED + ".dlt", Duration.ofSeconds(20));
            assertThat(dead.value()).isEqualTo("{not json");
            assertThat(dead.headers().lastHeader("kafka_dlt-exception-message")).isNotNull();
        }
    }

    @Test
    void aNotificationThatFailsIsTriedAgainFromARetryTopic() {
        Mockito.doThrow(new IllegalStateException("RabbitMQ is away")).doNothing()
                .when(mail).enqueue(startsWith("order.received"), any());
        long id = orders.place(7, List.of(new Line(TEAPOT, 1, PRICE)));

        verify(mail, timeout(20_000).times(2)).enqueue(
                eq("order.received"), argThat(t -> t.orderId() == id));
    }

    @Test
    void everyEventIsInTheAuditTrail() {
        long id = orders.place(7, List.of(new Line(TEAPOT, 1, PRICE)));

        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(
                db.sql("select topic from audit_event where record_key = ? order by recorded_at, topic")
                        .param("" + id).query(String.class).list())
                .containsExactlyInAnyOrder(
                        Topics.ORDER_CREATED, Topics.STOCK_RESERVED, Topics.PAYMENT_CAPTURED));
    }

    private String status(long orderId) {
        return db.sql("select status from orders where id = ?").param(orderId)
                .query(String.class).single();
    }

    private int stock(long productId) {
        return db.sql("select stock from product where id = ?").param(productId)
                .query(Integer.class).single();
    }

    private long committed(String group, String topic, int partition) throws Exception {
        var offset = KafkaTestUtils.getCurrentOffset(broker.getBrokersAsString(), group, topic, partition);
        return offset == null ? -1 : offset.offset();
    }

    private Consumer<String, String> reader(String group) {
        Map<String, Object> props = KafkaTestUtils.consumerProps(broker, group, true);
        props.put("auto.offset.reset", "earliest");
        return new DefaultKafkaConsumerFactory<>(
                props, new StringDeserializer(), new StringDeserializer()).createConsumer();
    }
}
