package shop.security;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

record Product(long id, String sku, String name, BigDecimal price) {}

@Repository
class Products {
    private final JdbcClient db;

    Products(JdbcClient db) {
        this.db = db;
    }

    // #region wrong
    List<Product> searchWrong(String text) {
        return db.sql("select id, sku, name, price from product"
                        + " where name ilike '%" + text + "%'")
                .query(Product.class).list();
    }
    // #endregion wrong

    // #region safe
    private static final Map<String, String> ORDER_BY = Map.of(
            "name", "name", "price", "price, id");

    List<Product> search(String text, String sort) {
        String order = ORDER_BY.get(sort);   // a name cannot be a bind parameter
        if (order == null)
            throw new IllegalArgumentException("sort must be name or price");
        return db.sql("select id, sku, name, price from product"
                        + " where name ilike '%' || :text || '%'"
                        + " order by " + order + " limit 50")
                .param("text", text).query(Product.class).list();
    }
    // #endregion safe
}
