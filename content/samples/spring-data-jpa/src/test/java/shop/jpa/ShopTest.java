package shop.jpa;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.math.BigDecimal;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** One context and one database for all tests; every test starts with empty tables. */
@SpringBootTest(properties = "spring.jpa.properties.hibernate.generate_statistics=true")
@AutoConfigureMockMvc
@Import({PostgresConfig.class, BuggyShop.class})
abstract class ShopTest {

  @Autowired EntityManager em;
  @Autowired EntityManagerFactory factory;
  @Autowired TransactionTemplate tx;
  @Autowired JdbcTemplate jdbc;
  @Autowired ProductRepository products;
  @Autowired CustomerRepository customers;
  @Autowired OrderRepository orders;
  @Autowired OrderService orderService;

  @BeforeEach
  void emptyTables() {
    jdbc.execute("truncate order_item, orders, product, customer restart identity cascade");
    statistics().clear();
  }

  Statistics statistics() {
    return factory.unwrap(SessionFactory.class).getStatistics();
  }

  /** Runs the work in one transaction and counts the statements it sent. */
  long statements(Runnable work) {
    statistics().clear();
    tx.executeWithoutResult(status -> work.run());
    return statistics().getPrepareStatementCount();
  }

  Product product(String sku, String price, int stock) {
    return products.save(new Product(sku, "Product " + sku, new BigDecimal(price), stock));
  }

  /** Creates orders of distinct customers, each with two items. */
  void placeOrders(int count) {
    Product mug = product("MUG-1", "12.50", 1000);
    Product pen = product("PEN-1", "2.00", 1000);
    tx.executeWithoutResult(status -> {
      for (int i = 1; i <= count; i++) {
        Order order = new Order(customers.save(new Customer("Customer " + i, "c" + i + "@example.org")));
        order.addItem(mug, 1);
        order.addItem(pen, 2);
        orders.save(order);
      }
    });
  }
}
