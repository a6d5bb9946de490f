package shop.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static shop.testing.ProductBuilder.product;

import java.net.URI;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.resttestclient.autoconfigure.AutoConfigureRestTestClient;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.client.RestTestClient;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@AutoConfigureRestTestClient
@Import(PostgresConfig.class)
class BuyingFunctionalTest {
  @Autowired RestTestClient http;
  @Autowired ProductRepository products;
  @Autowired CustomerRepository customers;
  @Autowired JdbcTemplate jdbc;

  @BeforeEach
  void two_customers_and_one_mug() {
    jdbc.execute("truncate order_item, orders, product, customer restart identity");
    customers.save(new Customer("Ada", "ada@example.org"));
    customers.save(new Customer("Bob", "bob@example.org"));
    products.save(product().stock(1).build());
  }

  // #region scenario
  @Test
  void the_buyer_of_the_last_mug_sees_her_order_and_nobody_else_does() {
    URI order = buyMug("ada").expectStatus().isCreated()
        .expectBody().jsonPath("$.total").isEqualTo(17.40)
        .returnResult().getResponseHeaders().getLocation();

    as("ada", order).expectStatus().isOk()
        .expectBody().jsonPath("$.status").isEqualTo("NEW");
    as("bob", order).expectStatus().isNotFound();

    buyMug("bob").expectStatus().isEqualTo(409);
    http.get().uri("/api/products/MUG-1").exchange()
        .expectBody().jsonPath("$.available").isEqualTo(false);
  }
  // #endregion scenario

  RestTestClient.ResponseSpec buyMug(String who) {
    return http.post().uri("/api/orders").headers(h -> login(h, who))
        .contentType(MediaType.APPLICATION_JSON).body("{\"sku\": \"MUG-1\", \"quantity\": 1}").exchange();
  }

  RestTestClient.ResponseSpec as(String who, URI order) {
    return http.get().uri(order.getPath()).headers(h -> login(h, who)).exchange();
  }

  static void login(org.springframework.http.HttpHeaders headers, String who) {
    headers.setBasicAuth(who + "@example.org", who + "-demo");
  }
}
