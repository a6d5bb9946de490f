package shop.reactive;

import java.math.BigDecimal;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

@Service
public class Pricing {

    private final ProductRepository products;
    private final DatabaseClient db;

    public Pricing(ProductRepository products, DatabaseClient db) {
        this.products = products;
        this.db = db;
    }

    // #region transaction
    @Transactional
    public Mono<Void> change(String sku, BigDecimal price) {
        Mono<Long> history = db.sql("insert into price_history(sku, price)"
                        + " values (:sku, :price)")
                .bind("sku", sku).bind("price", price)
                .fetch().rowsUpdated();
        return products.updatePrice(sku, price).then(history).then();
    }
    // #endregion transaction
}
