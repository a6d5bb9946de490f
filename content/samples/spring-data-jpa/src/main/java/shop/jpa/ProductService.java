package shop.jpa;

import java.math.BigDecimal;
import java.util.List;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Sort;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional(readOnly = true)
public class ProductService {

  private final ProductRepository products;

  ProductService(ProductRepository products) {
    this.products = products;
  }

  public List<Product> list(int page, int size) {
    return products.findAll(PageRequest.of(page, Math.min(size, 100), Sort.by("id"))).getContent();
  }

  public Product get(Long id) {
    return products.findById(id).orElseThrow(() -> new ProductNotFoundException(id));
  }

  @Transactional
  public Product create(String sku, String name, BigDecimal price, int stock) {
    return products.save(new Product(sku, name, price, stock));
  }

  @Transactional
  public Product change(Long id, String sku, String name, BigDecimal price, int stock) {
    Product product = get(id);
    if (!product.getSku().equals(sku)) throw new SkuIsFixedException(product.getSku());
    product.change(name, price, stock);
    return product;
  }

  @Transactional
  public void delete(Long id) {
    products.delete(get(id));
  }
}
