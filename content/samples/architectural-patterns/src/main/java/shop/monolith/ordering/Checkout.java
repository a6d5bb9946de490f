package shop.monolith.ordering;

import java.math.BigDecimal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import shop.monolith.inventory.Inventory;
import shop.monolith.payment.Payments;

@Service
public class Checkout {
    private final JdbcClient db;
    private final Inventory inventory;
    private final Payments payments;

    Checkout(JdbcClient db, Inventory inventory, Payments payments) {
        this.db = db;
        this.inventory = inventory;
        this.payments = payments;
    }

    // #region place
    @Transactional
    public long place(
            long customerId, String sku, int quantity, BigDecimal unitPrice) {
        long id = db.sql("select next value for order_seq")
                .query(Long.class).single();
        db.sql("insert into orders (id, customer_id, status) values (?, ?, 'NEW')")
                .params(id, customerId).update();
        inventory.take(sku, quantity);           // a method call, same connection
        payments.capture(id, unitPrice.multiply(BigDecimal.valueOf(quantity)));
        db.sql("update orders set status = 'PAID' where id = ?")
                .params(id).update();
        return id;                               // commit: all of it or none of it
    }
    // #endregion place
}
