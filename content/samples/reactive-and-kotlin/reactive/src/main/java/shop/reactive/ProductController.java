package shop.reactive;

import java.math.BigDecimal;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping("/api/products")
public class ProductController {

    private final ProductRepository products;
    private final Partners partners;
    private final Pricing pricing;

    public ProductController(ProductRepository products, Partners partners, Pricing pricing) {
        this.products = products;
        this.partners = partners;
        this.pricing = pricing;
    }

    // #region page
    @GetMapping("/{sku}/page")
    Mono<ProductPage> page(@PathVariable String sku) {
        return products.findBySku(sku)
                .switchIfEmpty(Mono.error(
                        new ResponseStatusException(HttpStatus.NOT_FOUND)))
                .zipWith(Mono.zip(partners.stock(sku), partners.rating(sku)))
                .map(all -> new ProductPage(
                        all.getT1().name(), all.getT1().price(),
                        all.getT2().getT1(), all.getT2().getT2()));
    }

    @GetMapping(value = "/export", produces = MediaType.APPLICATION_NDJSON_VALUE)
    Flux<Product> export() {
        return products.findAll();
    }
    // #endregion page

    @PutMapping("/{sku}/price")
    Mono<Void> changePrice(@PathVariable String sku, @RequestBody BigDecimal price) {
        return pricing.change(sku, price);
    }
}
