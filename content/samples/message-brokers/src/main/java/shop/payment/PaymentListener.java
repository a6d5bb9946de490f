package shop.payment;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import shop.events.PaymentCaptured;
import shop.events.PaymentDeclined;
import shop.events.StockReserved;
import shop.events.Topics;
import shop.messaging.Outbox;

@Component
public class PaymentListener {

    private static final Logger log = LoggerFactory.getLogger(PaymentListener.class);

    /** Less than the time for which the provider remembers a key: after that, a repeat is a new charge. */
    static final Duration KEY_LIFE = Duration.ofHours(20);

    private final JdbcClient db;
    private final TransactionTemplate tx;
    private final PaymentProvider provider;
    private final Outbox outbox;

    PaymentListener(JdbcClient db, TransactionTemplate tx, PaymentProvider provider, Outbox outbox) {
        this.db = db;
        this.tx = tx;
        this.provider = provider;
        this.outbox = outbox;
    }

    // #region capture
    @KafkaListener(topics = Topics.STOCK_RESERVED, groupId = "payment")
    public void on(StockReserved event) {
        long orderId = event.orderId();
        db.sql("""
                insert into payment (order_id, amount, status)
                values (?, ?, 'PENDING')
                on conflict (order_id, part) do nothing""")
          .params(orderId, event.total()).update();
        Payment payment = find(orderId);
        // Decided and announced: a replay.
        if (!payment.status().equals("PENDING")) return;
        if (payment.since().isBefore(Instant.now().minus(KEY_LIFE))) {
            log.warn("payment of order {} is open for too long to ask again: "
                    + "reconcile it", orderId);
            return;
        }

        // No transaction is open.
        var answer = provider.capture("order-" + orderId, event.total());

        tx.executeWithoutResult(_ -> {
            int changed = db.sql("""
                    update payment set status = ?
                    where order_id = ? and part = 1 and status = 'PENDING'""")
                    .params(answer.status(), orderId).update();
            if (changed == 0) return;  // another delivery was faster
            switch (answer) {
                case CAPTURED -> outbox.add(
                        Topics.PAYMENT_CAPTURED, new PaymentCaptured(
                        UUID.randomUUID(), orderId, event.total(), Instant.now()));
                case DECLINED -> outbox.add(
                        Topics.PAYMENT_DECLINED, new PaymentDeclined(
                        UUID.randomUUID(), orderId, "declined by the bank",
                        Instant.now()));
            }
        });
    }
    // #endregion capture

    private Payment find(long orderId) {
        return db.sql("select status, created_at from payment where order_id = ? and part = 1").param(orderId)
                .query((row, _) -> new Payment(row.getString(1), row.getObject(2, OffsetDateTime.class).toInstant()))
                .single();
    }

    private record Payment(String status, Instant since) {}
}
