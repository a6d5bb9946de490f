package shop.ordering.adapter.db;

import java.math.BigDecimal;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import shop.ordering.application.Inventory;
import shop.ordering.domain.Money;

@Repository
class JdbcInventory implements Inventory {
    private final JdbcClient db;

    JdbcInventory(JdbcClient db) {
        this.db = db;
    }

    @Override
    public Optional<Money> priceOf(long productId) {
        return db.sql("select price from product where id = ?").param(productId)
                .query(BigDecimal.class).optional().map(Money::new);
    }

    @Override
    public boolean reserve(long productId, int quantity) {
        return db.sql("update product set stock = stock - ? where id = ? and stock >= ?")
                .params(quantity, productId, quantity).update() == 1;
    }
}
