package shop.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.data.jpa.test.autoconfigure.DataJpaTest;
import org.springframework.boot.jdbc.test.autoconfigure.AutoConfigureTestDatabase;
import org.springframework.boot.jpa.test.autoconfigure.TestEntityManager;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataIntegrityViolationException;

// #region repository
@DataJpaTest // each test runs in a transaction that is rolled back
@AutoConfigureTestDatabase(replace = AutoConfigureTestDatabase.Replace.NONE)
@Import(PostgresConfig.class)
class ProductRepositoryTest {
  @Autowired ProductRepository products;
  @Autowired TestEntityManager em;

  @BeforeEach
  void three_mugs_are_in_stock() {
    em.persistAndFlush(new Product("MUG-1", "Mug", "12.50", 3));
  }

  @Test
  void reserves_the_last_pieces_but_never_more() {
    assertThat(products.reserve("MUG-1", 3)).isEqualTo(1);
    assertThat(products.reserve("MUG-1", 1)).isZero();

    em.clear(); // forget the entity: read the row, not the cached object
    assertThat(products.findBySku("MUG-1")).get()
        .extracting(Product::getStock).isEqualTo(0);
  }

  @Test
  void the_database_refuses_a_second_product_with_the_same_sku() {
    var copy = new Product("MUG-1", "Copy", "1.00", 1);
    assertThatThrownBy(() -> products.saveAndFlush(copy))
        .isInstanceOf(DataIntegrityViolationException.class);
  }
}
// #endregion repository
