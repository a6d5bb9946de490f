package shop.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;
import static org.mockito.ArgumentMatchers.any;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.annotation.Import;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@WebMvcTest
@Import(SecurityConfig.class)
class SecurityTest {
  @Autowired MockMvcTester mvc;
  @MockitoBean ProductRepository products;
  @MockitoBean OrderService orders;

  // #region security
  @Test
  void a_stranger_gets_401_for_orders() {
    assertThat(mvc.get().uri("/api/orders/7")).hasStatus(401);
  }

  @Test
  @WithMockUser(roles = "CUSTOMER")
  void a_customer_gets_403_when_deleting_a_product() {
    assertThat(mvc.delete().uri("/api/products/MUG-1")).hasStatus(403);
    verify(products, never()).delete(any());
  }

  @Test
  @WithMockUser(roles = "ADMIN")
  void an_admin_may_delete_a_product() {
    when(products.findBySku("MUG-1"))
        .thenReturn(Optional.of(new Product("MUG-1", "Mug", "12.50", 3)));
    assertThat(mvc.delete().uri("/api/products/MUG-1")).hasStatus(204);
  }
  // #endregion security
}
