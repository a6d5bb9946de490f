package shop.ordering.adapter.db;

import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import shop.ordering.application.OrderHistory;

@Repository
class JdbcOrderHistory implements OrderHistory {
    private final JdbcClient db;

    JdbcOrderHistory(JdbcClient db) {
        this.db = db;
    }

    // #region history
    @Override
    public List<Row> ofCustomer(long customerId, int limit) {
        return db.sql("""
                        select o.id, o.created_at, o.status,
                               sum(i.quantity) as items,
                               sum(i.quantity * i.unit_price) as total
                          from orders o
                          join order_item i on i.order_id = o.id
                         where o.customer_id = ?
                         group by o.id
                         order by o.created_at desc, o.id desc
                         limit ?""")
                .params(customerId, limit)
                .query((rs, n) -> new Row(rs.getLong("id"),
                        rs.getObject("created_at", OffsetDateTime.class)
                                .toInstant(),
                        rs.getString("status"), rs.getInt("items"),
                        rs.getBigDecimal("total")))
                .list();
    }
    // #endregion history
}
