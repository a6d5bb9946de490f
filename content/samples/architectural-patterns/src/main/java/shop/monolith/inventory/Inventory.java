package shop.monolith.inventory;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The only public type of the inventory module. */
@Service
public class Inventory {
    private final JdbcClient db;

    Inventory(JdbcClient db) { this.db = db; }

    public void take(String sku, int quantity) {
        int rows = db.sql("update product set stock = stock - ? where sku = ? and stock >= ?")
                .params(quantity, sku, quantity).update();
        if (rows == 0) throw new IllegalStateException("out of stock: " + sku);
    }
}
