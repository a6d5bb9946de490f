package shop.observability;

import java.math.BigDecimal;

import org.springframework.cache.annotation.Cacheable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

@Service
class Catalog {

    record Product(long id, String sku, String name, BigDecimal price) {
    }

    private final JdbcClient jdbc;

    Catalog(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Cacheable("product")
    public Product byId(long id) {
        return jdbc.sql("select id, sku, name, price from product where id = ?")
                .param(id).query(Product.class).single();
    }
}
