package shop.caching;

import java.math.BigDecimal;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
public class ProductRepository {

    private final JdbcClient jdbc;

    public ProductRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<Product> findById(long id) {
        return jdbc.sql("SELECT id, sku, name, price, stock, version FROM product WHERE id = ?")
                .param(id)
                .query(Product.class)
                .optional();
    }

    public int updatePrice(long id, BigDecimal price) {
        return jdbc.sql("UPDATE product SET price = ?, version = version + 1 WHERE id = ?")
                .param(price)
                .param(id)
                .update();
    }
}
