package shop.caching;

import java.math.BigDecimal;
import java.util.Optional;
import org.springframework.cache.annotation.Cacheable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
public class ProductCatalog {

    private final ProductRepository products;
    private final ApplicationEventPublisher events;

    public ProductCatalog(ProductRepository products, ApplicationEventPublisher events) {
        this.products = products;
        this.events = events;
    }

    // #region spring-cache
    @Cacheable(cacheNames = "product", key = "#id", unless = "#result == null")
    public Optional<Product> find(long id) {
        return products.findById(id);
    }

    @Transactional
    public void changePrice(long id, BigDecimal price) {
        products.updatePrice(id, price);
        // Evicted when the transaction is over.
        events.publishEvent(new ProductChanged(id));
    }
    // #endregion spring-cache

    // #region self-call
    public BigDecimal basketTotal(long... ids) {
        BigDecimal total = BigDecimal.ZERO;
        for (long id : ids) {
            // this.find: no proxy, no cache
            total = total.add(find(id).orElseThrow().price());
        }
        return total;
    }
    // #endregion self-call

    @Cacheable(cacheNames = "product", key = "#id", sync = true)
    public Optional<Product> findSynchronized(long id) {
        return products.findById(id);
    }
}
