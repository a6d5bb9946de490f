package shop.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

class ProductApiTest extends ShopTest {

  @Autowired MockMvcTester http;

  private static final String MUG =
      """
      {"sku": "MUG-1", "name": "Mug", "price": 12.50, "stock": 5}""";

  @Test
  void a_product_is_created_read_changed_and_deleted() {
    assertThat(post(MUG)).hasStatus(201).hasHeader("Location", "/api/products/1");
    assertThat(http.get().uri("/api/products/1")).hasStatusOk()
        .bodyJson().extractingPath("$.price").isEqualTo(12.5);
    assertThat(http.put().uri("/api/products/1").contentType(MediaType.APPLICATION_JSON)
        .content(MUG.replace("12.50", "9.99"))).hasStatusOk();
    assertThat(products.findById(1L).orElseThrow().getPrice()).isEqualByComparingTo("9.99");
    assertThat(http.delete().uri("/api/products/1")).hasStatus(204);
    assertThat(http.get().uri("/api/products/1")).hasStatus(404);
  }

  @Test
  void bad_input_and_a_taken_sku_are_refused() {
    assertThat(post(MUG.replace("12.50", "-1"))).hasStatus(400);
    assertThat(post(MUG)).hasStatus(201);
    assertThat(post(MUG)).hasStatus(409);
  }

  @Test
  void a_product_keeps_its_sku() {
    post(MUG);
    assertThat(http.put().uri("/api/products/1").contentType(MediaType.APPLICATION_JSON)
        .content(MUG.replace("MUG-1", "MUG-2").replace("12.50", "9.99"))).hasStatus(409);
    assertThat(products.findById(1L).orElseThrow().getPrice()).isEqualByComparingTo("12.50");
  }

  private MvcTestResult post(String body) {
    return http.post().uri("/api/products").contentType(MediaType.APPLICATION_JSON)
        .content(body).exchange();
  }
}
