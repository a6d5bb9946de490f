package shop.apis;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.*;

// #region rest
@RestController
@RequestMapping("/api/products")
class ProductController {
    private final ProductService products;

    ProductController(ProductService products) {
        this.products = products;
    }

    @GetMapping
    ProductPage list(@RequestParam(defaultValue = "0") long after,
                     @RequestParam(defaultValue = "20")
                     @Min(1) @Max(100) int size) {
        return products.page(after, size);
    }

    @GetMapping("/{id}")
    ResponseEntity<ProductView> get(@PathVariable long id) {
        return withETag(ResponseEntity.ok(), products.get(id));
    }

    @PostMapping
    ResponseEntity<ProductView> create(@Valid @RequestBody ProductData data) {
        Product made = products.create(data);
        URI address = URI.create("/api/products/" + made.id);
        return withETag(ResponseEntity.created(address), made);
    }
    // #endregion rest

    // #region conditional
    @PutMapping("/{id}")
    ResponseEntity<ProductView> replace(
            @PathVariable long id,
            @RequestHeader(name = "If-Match", required = false) String etag,
            @Valid @RequestBody ProductData data) {
        if (etag == null) throw new PreconditionMissing();
        return withETag(ResponseEntity.ok(), products.replace(id, etag, data));
    }

    private ResponseEntity<ProductView> withETag(
            ResponseEntity.BodyBuilder response, Product p) {
        return response.eTag(p.etag()).body(ProductView.of(p));
    }
    // #endregion conditional

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable long id) {
        products.delete(id);
    }
}
