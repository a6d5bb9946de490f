package shop.testing;

import java.math.BigDecimal;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/products")
public class ProductController {
  public record ProductView(String sku, String name, BigDecimal price, boolean available) {}

  private final ProductRepository products;

  public ProductController(ProductRepository products) {
    this.products = products;
  }

  @GetMapping("/{sku}")
  ProductView find(@PathVariable String sku) {
    Product p = products.findBySku(sku).orElseThrow(NotFoundException::new);
    return new ProductView(p.getSku(), p.getName(), p.getPrice(), p.getStock() > 0);
  }

  @DeleteMapping("/{sku}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void delete(@PathVariable String sku) {
    products.delete(products.findBySku(sku).orElseThrow(NotFoundException::new));
  }
}
