package shop.testing;

import au.com.dius.pact.provider.junit5.HttpTestTarget;
import au.com.dius.pact.provider.junit5.PactVerificationContext;
import au.com.dius.pact.provider.junit5.PactVerificationInvocationContextProvider;
import au.com.dius.pact.provider.junitsupport.Provider;
import au.com.dius.pact.provider.junitsupport.State;
import au.com.dius.pact.provider.junitsupport.loader.PactFolder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;

// #region provider
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Import(PostgresConfig.class)
@Provider("shop")
@PactFolder("contracts") // a broker replaces this folder once teams differ
class ShopContractTest {
  @LocalServerPort int port;
  @Autowired ProductRepository products;
  @Autowired JdbcTemplate jdbc;

  @BeforeEach
  void target(PactVerificationContext context) {
    context.setTarget(new HttpTestTarget("localhost", port));
  }

  @State("product MUG-1 exists")
  void mug() {
    jdbc.execute(
        "truncate order_item, orders, product, customer restart identity");
    products.save(new Product("MUG-1", "Mug", "12.50", 3));
  }

  @TestTemplate
  @ExtendWith(PactVerificationInvocationContextProvider.class)
  void keeps_its_promises(PactVerificationContext context) {
    context.verifyInteraction();
  }
}
// #endregion provider
