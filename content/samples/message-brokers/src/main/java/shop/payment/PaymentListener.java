package shop.payment;

import java.time.Instant;
import java.util.UUID;

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
                insert into payment (order_id, amount, status) values (?, ?, 'PENDING')
                on conflict (order_id) do nothing""")
          .params(orderId, event.total()).update();

        var answer = provider.capture("order-" + orderId, event.total());   // no transaction open

        tx.executeWithoutResult(_ -> {
            int changed = db.sql("""
                    update payment set status = ?
                    where order_id = ? and status = 'PENDING'""")
                    .params(answer.name(), orderId).update();
            if (changed == 0) return;             // a repeat: already decided and announced
            switch (answer) {
                case CAPTURED -> outbox.add(Topics.PAYMENT_CAPTURED, new PaymentCaptured(
                        UUID.randomUUID(), orderId, event.total(), Instant.now()));
                case DECLINED -> outbox.add(Topics.PAYMENT_DECLINED, new PaymentDeclined(
                        UUID.randomUUID(), orderId, "declined by the bank", Instant.now()));
            }
        });
    }
    // #endregion capture
}
