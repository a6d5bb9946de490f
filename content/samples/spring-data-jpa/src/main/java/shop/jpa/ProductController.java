package shop.jpa;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.net.URI;
import java.util.List;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/products")
class ProductController {

  record ProductBody(
      @NotBlank String sku,
      @NotBlank String name,
      @NotNull @DecimalMin("0.00") @Digits(integer = 8, fraction = 2) BigDecimal price,
      @Min(0) int stock) {}

  record ProductView(Long id, String sku, String name, BigDecimal price, int stock) {
    static ProductView of(Product p) {
      return new ProductView(p.getId(), p.getSku(), p.getName(), p.getPrice(), p.getStock());
    }
  }

  private final ProductService products;

  ProductController(ProductService products) {
    this.products = products;
  }

  @GetMapping
  List<ProductView> list(
      @RequestParam(defaultValue = "0") @Min(0) int page,
      @RequestParam(defaultValue = "20") @Min(1) int size) {
    return products.list(page, size).stream().map(ProductView::of).toList();
  }

  // #region crud
  @GetMapping("/{id}")
  ProductView get(@PathVariable Long id) {
    return ProductView.of(products.get(id));
  }

  @PostMapping
  ResponseEntity<ProductView> create(@Valid @RequestBody ProductBody body) {
    Product p =
        products.create(body.sku(), body.name(), body.price(), body.stock());
    return ResponseEntity.created(URI.create("/api/products/" + p.getId()))
        .body(ProductView.of(p));
  }

  @PutMapping("/{id}")
  ProductView change(
      @PathVariable Long id, @Valid @RequestBody ProductBody body) {
    return ProductView.of(
        products.change(id, body.sku(), body.name(), body.price(), body.stock()));
  }

  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void delete(@PathVariable Long id) {
    products.delete(id);
  }
  // #endregion crud

  @ExceptionHandler(ProductNotFoundException.class)
  ProblemDetail notFound(ProductNotFoundException e) {
    return ProblemDetail.forStatusAndDetail(HttpStatus.NOT_FOUND, e.getMessage());
  }

  @ExceptionHandler(SkuIsFixedException.class)
  ProblemDetail skuIsFixed(SkuIsFixedException e) {
    return ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, e.getMessage());
  }

  @ExceptionHandler(DataIntegrityViolationException.class)
  ProblemDetail conflict(DataIntegrityViolationException e) {
    return ProblemDetail.forStatusAndDetail(
        HttpStatus.CONFLICT, "the SKU is taken or the product is still referenced");
  }
}
