package shop;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Orders as the API shows them. Reading needs no rules, so it goes past the model. */
@Repository
class OrderViews {
    private final JdbcClient db;

    OrderViews(JdbcClient db) {
        this.db = db;
    }

    OrderView byId(long order) {
        return db.sql("select * from orders where id = ?").param(order).query(OrderViews::view).single();
    }

    Optional<OrderView> own(long account, long order) {
        return db.sql("""
                        select o.* from orders o join account a on a.customer_id = o.customer_id
                        where o.id = :order and a.id = :account""")
                .param("order", order).param("account", account).query(OrderViews::view).optional();
    }

    List<OrderView> newestOwn(long account, int first) {
        return db.sql("""
                        select o.* from orders o join account a on a.customer_id = o.customer_id
                        where a.id = :account order by o.id desc limit :first""")
                .param("account", account).param("first", first).query(OrderViews::view).list();
    }

    List<OrderView> newest(int first) {
        return db.sql("select * from orders order by id desc limit ?").param(first).query(OrderViews::view).list();
    }

    private static OrderView view(ResultSet row, int n) throws SQLException {
        return new OrderView(row.getLong("id"), row.getLong("customer_id"), row.getString("status"),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }
}
