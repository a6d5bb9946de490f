package shop;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.springframework.cache.annotation.Cacheable;
import org.springframework.stereotype.Component;

/** A product as it lies in the cache. Another shape needs another version in the prefix of the cache. */
record CatalogEntry(long id, String sku, String name, BigDecimal price, int stock, int version) {
    static CatalogEntry of(Product p) {
        return new CatalogEntry(p.id, p.sku, p.name, p.price, p.stock, p.version);
    }

    ProductView view() {
        return new ProductView(id, sku, name, price, stock);
    }

    String etag() {
        return "\"" + version + "\"";
    }
}

@Component
class ProductCatalog {
    private final ProductRepository products;

    ProductCatalog(ProductRepository products) {
        this.products = products;
    }

    @Cacheable(cacheNames = "product", key = "#id", unless = "#result == null")
    public Optional<CatalogEntry> find(long id) {
        return products.findById(id).map(CatalogEntry::of);
    }
}

/** Reads a product for all who ask at the same time: the first of this instance looks, the others wait for it. */
@Component
class ProductLookup {
    private final ConcurrentMap<Long, CompletableFuture<Optional<CatalogEntry>>> running = new ConcurrentHashMap<>();
    private final ProductCatalog catalog;

    ProductLookup(ProductCatalog catalog) {
        this.catalog = catalog;
    }

    Optional<CatalogEntry> find(long id) {
        var mine = new CompletableFuture<Optional<CatalogEntry>>();
        var first = running.putIfAbsent(id, mine);
        if (first != null) return first.join();
        try {
            mine.complete(catalog.find(id));
        } catch (RuntimeException e) {
            mine.completeExceptionally(e);
        } finally {
            running.remove(id, mine);
        }
        return mine.join();
    }
}
