package shop.inventory;

import java.util.Comparator;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import shop.events.OrderCreated;
import shop.events.PaymentDeclined;
import shop.events.StockRejected;
import shop.events.StockReserved;
import shop.events.Topics;
import shop.messaging.Inbox;
import shop.messaging.Outbox;

@Component
public class StockListener {

    private final JdbcClient db;
    private final Inbox inbox;
    private final Outbox outbox;

    StockListener(JdbcClient db, Inbox inbox, Outbox outbox) {
        this.db = db;
        this.inbox = inbox;
        this.outbox = outbox;
    }

    // #region reserve
    @KafkaListener(topics = Topics.ORDER_CREATED, groupId = "inventory")
    @Transactional
    public void on(OrderCreated event) {
        if (!inbox.firstTime("inventory", event.eventId())) return;

        var lines = event.lines().stream()
                .sorted(Comparator.comparing(OrderCreated.Line::productId))   // one lock order
                .toList();
        for (var line : lines) {
            int stock = db.sql("select stock from product where id = ? for update")
                    .param(line.productId()).query(Integer.class).single();
            if (stock < line.quantity()) {
                outbox.add(Topics.STOCK_REJECTED, new StockRejected(
                        UUID.randomUUID(), event.orderId(), "product " + line.productId()));
                return;                           // a decision, not an exception
            }
        }
        lines.forEach(line -> take(event.orderId(), line));
        outbox.add(Topics.STOCK_RESERVED, new StockReserved(
                UUID.randomUUID(), event.orderId(), event.total()));
    }
    // #endregion reserve

    private void take(long orderId, OrderCreated.Line line) {
        db.sql("update product set stock = stock - ? where id = ?")
          .params(line.quantity(), line.productId()).update();
        db.sql("insert into stock_reservation (order_id, product_id, quantity) values (?, ?, ?)")
          .params(orderId, line.productId(), line.quantity()).update();
    }

    // #region release
    @KafkaListener(topics = Topics.PAYMENT_DECLINED, groupId = "inventory")
    @Transactional
    public void on(PaymentDeclined event) {
        db.sql("""
                with freed as (
                  delete from stock_reservation where order_id = ?
                  returning product_id, quantity)
                update product set stock = stock + freed.quantity
                from freed where product.id = freed.product_id""")
          .param(event.orderId())
          .update();                              // the second time there is nothing to free
    }
    // #endregion release
}
