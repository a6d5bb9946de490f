package shop.testing;

import static org.assertj.core.api.Assertions.assertThat;

import au.com.dius.pact.consumer.MockServer;
import au.com.dius.pact.consumer.dsl.PactDslJsonBody;
import au.com.dius.pact.consumer.dsl.PactDslWithProvider;
import au.com.dius.pact.consumer.junit5.PactConsumerTestExt;
import au.com.dius.pact.consumer.junit5.PactTestFor;
import au.com.dius.pact.core.model.PactSpecVersion;
import au.com.dius.pact.core.model.RequestResponsePact;
import au.com.dius.pact.core.model.annotations.Pact;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.web.client.RestClient;

@ExtendWith(PactConsumerTestExt.class)
@PactTestFor(providerName = "shop", pactVersion = PactSpecVersion.V3)
class StorefrontContractTest {

  // #region client
  record Price(String sku, BigDecimal price) {} // all that the storefront reads

  static Price fetch(String baseUrl, String sku) {
    return RestClient.create(baseUrl).get().uri("/api/products/{sku}", sku)
        .retrieve().body(Price.class);
  }
  // #endregion client

  // #region consumer
  @Pact(consumer = "storefront")
  RequestResponsePact product(PactDslWithProvider pact) {
    return pact.given("product MUG-1 exists")
        .uponReceiving("a request for one product")
        .method("GET").path("/api/products/MUG-1")
        .willRespondWith()
        .status(200)
        .body(new PactDslJsonBody()
            .stringType("sku", "MUG-1").numberType("price", 12.5))
        .toPact();
  }

  @Test
  @PactTestFor(pactMethod = "product")
  void the_storefront_can_read_the_price(MockServer shop) {
    Price mug = fetch(shop.getUrl(), "MUG-1");
    assertThat(mug.price()).isEqualByComparingTo("12.50");
  }
  // #endregion consumer
}
