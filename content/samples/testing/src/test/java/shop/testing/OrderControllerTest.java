package shop.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;
import static org.springframework.http.MediaType.APPLICATION_JSON;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatus;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

// #region controller
@WebMvcTest(OrderController.class)
@Import(SecurityConfig.class)
@WithMockUser("ada@example.org")
class OrderControllerTest {
  @Autowired MockMvcTester mvc;
  @MockitoBean OrderService service;

  MvcTestResult post(String json) {
    return mvc.post().uri("/api/orders")
        .contentType(APPLICATION_JSON).content(json).exchange();
  }

  @Test
  void answers_201_with_the_address_of_the_new_order() {
    when(service.place("ada@example.org", "MUG-1", 2))
        .thenReturn(new OrderView(7L, "NEW", new BigDecimal("29.90")));

    assertThat(post("{\"sku\": \"MUG-1\", \"quantity\": 2}"))
        .hasStatus(HttpStatus.CREATED)
        .hasHeader("Location", "/api/orders/7")
        .bodyJson().isLenientlyEqualTo("{\"id\": 7, \"total\": 29.90}");
  }

  @Test
  void answers_400_to_a_negative_quantity_and_never_calls_the_service() {
    assertThat(post("{\"sku\": \"MUG-1\", \"quantity\": -2}"))
        .hasStatus(HttpStatus.BAD_REQUEST);
    verifyNoInteractions(service);
  }
}
// #endregion controller
