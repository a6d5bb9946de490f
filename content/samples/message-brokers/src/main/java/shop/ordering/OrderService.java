package shop.ordering;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import shop.events.OrderCreated;
import shop.events.PaymentCaptured;
import shop.events.PaymentDeclined;
import shop.events.StockRejected;
import shop.events.Topics;
import shop.messaging.Outbox;

@Service
public class OrderService {

    private final JdbcClient db;
    private final Outbox outbox;

    OrderService(JdbcClient db, Outbox outbox) {
        this.db = db;
        this.outbox = outbox;
    }

    // #region place
    @Transactional
    public long place(long customerId, List<OrderCreated.Line> lines) {
        var total = lines.stream()
                .map(line -> line.unitPrice()
                        .multiply(BigDecimal.valueOf(line.quantity())))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        long orderId = db.sql("""
                        insert into orders (customer_id, status, total)
                        values (?, 'NEW', ?) returning id""")
                .params(customerId, total).query(Long.class).single();
        for (var line : lines) {
            db.sql("""
                    insert into order_item
                      (order_id, product_id, quantity, unit_price)
                    values (?, ?, ?, ?)""")
              .params(orderId, line.productId(), line.quantity(), line.unitPrice())
              .update();
        }
        outbox.add(Topics.ORDER_CREATED, new OrderCreated(
                UUID.randomUUID(), orderId, customerId, lines, total,
                Instant.now()));
        return orderId;  // one commit: order and event, or neither
    }
    // #endregion place

    // #region finish
    @KafkaListener(topics = Topics.PAYMENT_CAPTURED, groupId = "ordering")
    public void on(PaymentCaptured event) {
        moveFromNew(event.orderId(), "PAID");
    }

    @KafkaListener(topics = Topics.PAYMENT_DECLINED, groupId = "ordering")
    public void on(PaymentDeclined event) {
        moveFromNew(event.orderId(), "CANCELLED");
    }

    @KafkaListener(topics = Topics.STOCK_REJECTED, groupId = "ordering")
    public void on(StockRejected event) {
        moveFromNew(event.orderId(), "CANCELLED");
    }

    private void moveFromNew(long orderId, String status) {
        db.sql("update orders set status = ? where id = ? and status = 'NEW'")
          .params(status, orderId)
          .update();                              // a repeat changes no row
    }
    // #endregion finish
}
