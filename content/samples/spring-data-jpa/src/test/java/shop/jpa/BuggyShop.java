package shop.jpa;

import java.io.IOException;
import java.math.BigDecimal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
class BuggyShop {

  private final ProductRepository products;

  BuggyShop(ProductRepository products) {
    this.products = products;
  }

  // #region self
  public void importPrices(Long id) {
    halvePrice(id); // a call on "this" never meets the proxy: no transaction
  }

  @Transactional
  public void halvePrice(Long id) {
    Product product = products.findById(id).orElseThrow();
    product.setPrice(product.getPrice().divide(new BigDecimal("2")));
  }

  @Transactional
  public void failWithCheckedException(Long id) throws IOException {
    products.findById(id).orElseThrow().setPrice(BigDecimal.ONE);
    throw new IOException("supplier file unreadable"); // commits all the same
  }
  // #endregion self
}
