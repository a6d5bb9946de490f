package shop.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static shop.testing.ProductBuilder.product;

import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Import(PostgresConfig.class)
class LastMugTest {
  @Autowired OrderService service;
  @Autowired ProductRepository products;
  @Autowired CustomerRepository customers;
  @Autowired JdbcTemplate jdbc;

  @BeforeEach
  void one_mug_is_left() {
    jdbc.execute("truncate order_item, orders, product, customer restart identity");
    customers.save(new Customer("Ada", "ada@example.org"));
    products.save(product().stock(1).build());
  }

  // #region race
  @Test
  void of_eight_buyers_at_once_exactly_one_gets_the_last_mug() throws Exception {
    Callable<Boolean> buy = () -> {
      try {
        service.place("ada@example.org", "MUG-1", 1);
        return true;
      } catch (OutOfStockException e) {
        return false;
      }
    };
    int sold = 0;
    try (var threads = Executors.newFixedThreadPool(8)) {
      var tries = Collections.nCopies(8, buy);
      for (Future<Boolean> result : threads.invokeAll(tries)) {
        if (result.get()) sold++;
      }
    }
    assertThat(sold).isEqualTo(1);
    assertThat(products.findBySku("MUG-1")).get()
        .extracting(Product::getStock).isEqualTo(0);
  }
  // #endregion race
}
