package shop.caching;

import java.math.BigDecimal;
import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;

@RestController
@RequestMapping("/api/products")
public class ProductController {

    private final ProductCatalog catalog;

    public ProductController(ProductCatalog catalog) {
        this.catalog = catalog;
    }

    // #region http
    @GetMapping("/{id}")
    ResponseEntity<Product> one(@PathVariable long id, WebRequest request) {
        Product product = catalog.find(id).orElse(null);
        if (product == null) {
            return ResponseEntity.notFound()
                    .cacheControl(CacheControl.noStore()).build();
        }
        var policy = CacheControl.maxAge(Duration.ofSeconds(60)).cachePublic();
        String etag = "\"%d-%d\"".formatted(product.id(), product.version());
        if (request.checkNotModified(etag)) {
            return ResponseEntity.status(304)
                    .eTag(etag).cacheControl(policy).build();
        }
        return ResponseEntity.ok().eTag(etag).cacheControl(policy).body(product);
    }
    // #endregion http

    @PutMapping("/{id}/price")
    ResponseEntity<Void> changePrice(@PathVariable long id, @RequestBody BigDecimal price) {
        catalog.changePrice(id, price);
        return ResponseEntity.noContent().build();
    }
}
