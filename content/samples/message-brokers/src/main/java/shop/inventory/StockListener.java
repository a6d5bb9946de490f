package shop.inventory;

import java.time.Instant;
import java.util.TreeMap;
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

        // Sorted by product id: one lock order.
        var wanted = new TreeMap<Long, Integer>();
        event.lines().forEach(
                l -> wanted.merge(l.productId(), l.quantity(), Integer::sum));

        for (var item : wanted.entrySet()) {
            int stock = db.sql("select stock from product where id = ? for update")
                    .param(item.getKey()).query(Integer.class).optional().orElse(0);
            if (stock < item.getValue()) {
                outbox.add(Topics.STOCK_REJECTED, new StockRejected(
                        UUID.randomUUID(), event.orderId(),
                        "product " + item.getKey(), Instant.now()));
                return;  // a decision, not an exception
            }
        }
        wanted.forEach(
                (product, quantity) -> take(event.orderId(), product, quantity));
        outbox.add(Topics.STOCK_RESERVED, new StockReserved(
                UUID.randomUUID(), event.orderId(), event.total(), Instant.now()));
    }
    // #endregion reserve

    private void take(long orderId, long product, int quantity) {
        db.sql("update product set stock = stock - ? where id = ?")
          .params(quantity, product).update();
        db.sql("insert into stock_reservation (order_id, product_id, quantity) values (?, ?, ?)")
          .params(orderId, product, quantity).update();
    }

    // #region release
    @KafkaListener(topics = Topics.PAYMENT_DECLINED, groupId = "inventory")
    @Transactional
    public void on(PaymentDeclined event) {
        // The same lock order as above.
        db.sql("""
                select id from product where id in (
                  select product_id from stock_reservation where order_id = ?)
                order by id for update""")
          .param(event.orderId()).query(Long.class).list();
        db.sql("""
                with freed as (
                  delete from stock_reservation where order_id = ?
                  returning product_id, quantity)
                update product set stock = stock + freed.quantity
                from freed where product.id = freed.product_id""")
          .param(event.orderId()).update();  // the second time nothing is freed
    }
    // #endregion release
}
