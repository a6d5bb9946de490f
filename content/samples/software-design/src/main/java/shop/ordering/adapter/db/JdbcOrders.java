package shop.ordering.adapter.db;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import shop.ordering.application.Orders;
import shop.ordering.domain.*;

@Repository
class JdbcOrders implements Orders {
    private final JdbcClient db;

    JdbcOrders(JdbcClient db) {
        this.db = db;
    }

    @Override
    public long nextId() {
        return db.sql("select nextval(pg_get_serial_sequence('orders', 'id'))").query(Long.class).single();
    }

    // #region save
    @Override
    public void save(Order order) {
        int inserted = db.sql("""
                        insert into orders (id, customer_id, status, created_at)
                        overriding system value values (?, ?, ?, ?)
                        on conflict (id) do nothing""")
                .params(order.id(), order.customerId(), order.status().name(),
                        order.createdAt().atOffset(ZoneOffset.UTC))
                .update();
        if (inserted == 0) {
            db.sql("update orders set status = ? where id = ?")
                    .params(order.status().name(), order.id()).update();
            return;
        }
        for (OrderLine line : order.lines()) {
            db.sql("""
                            insert into order_item (order_id, product_id, quantity, unit_price)
                            values (?, ?, ?, ?)""")
                    .params(order.id(), line.productId(), line.quantity(), line.unitPrice().amount())
                    .update();
        }
    }
    // #endregion save

    @Override
    public Optional<Order> findForUpdate(long id) {
        // Lock first: lines read before would be those of another moment.
        var row = db.sql("select customer_id, created_at, status from orders where id = ? for update")
                .param(id)
                .query((rs, n) -> new Row(rs.getLong(1), rs.getObject(2, OffsetDateTime.class).toInstant(),
                        OrderStatus.valueOf(rs.getString(3))))
                .optional();
        var lines = db.sql("select product_id, quantity, unit_price from order_item where order_id = ? order by id")
                .param(id)
                .query((rs, n) -> new OrderLine(rs.getLong(1), rs.getInt(2), new Money(rs.getObject(3, BigDecimal.class))))
                .list();
        return row.map(it -> Order.restore(id, it.customerId(), lines, it.createdAt(), it.status()));
    }

    private record Row(long customerId, Instant createdAt, OrderStatus status) {}
}
