package shop.inventory;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class Reservations {
    private final JdbcClient db;

    Reservations(JdbcClient db) { this.db = db; }

    // #region reserve
    @Transactional
    String reserve(long orderId, String sku, int quantity) {
        var decided = db.sql("select status from reservation where order_id = ?")
                .param(orderId).query(String.class).optional();
        if (decided.isPresent()) return decided.get();   // a repeat changes nothing

        int rows = db.sql("""
                        update product set stock = stock - ?
                        where sku = ? and stock >= ?""")
                .params(quantity, sku, quantity).update();
        String status = rows == 1 ? "HELD" : "REFUSED";
        // The primary key stops a racing twin.
        db.sql("insert into reservation (order_id, sku, quantity, status)"
                        + " values (?, ?, ?, ?)")
                .params(orderId, sku, quantity, status).update();
        return status;
    }
    // #endregion reserve

    @Transactional
    void release(long orderId) {
        int rows = db.sql("update reservation set status = 'RELEASED' where order_id = ? and status = 'HELD'")
                .param(orderId).update();
        if (rows == 0) return;
        db.sql("""
                update product set stock = stock + (select quantity from reservation where order_id = ?)
                where sku = (select sku from reservation where order_id = ?)""")
                .params(orderId, orderId).update();
    }
}
