package shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;
import static org.springframework.http.MediaType.APPLICATION_JSON;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

class OrderControllerTest extends WebTest {
    MvcTestResult post(int quantity) {
        return mvc.post().uri("/api/orders").with(as(Role.CUSTOMER)).header("Idempotency-Key", "cart-1")
                .contentType(APPLICATION_JSON)
                .content("{\"items\": [{\"productId\": 3, \"quantity\": %d}]}".formatted(quantity)).exchange();
    }

    @Test
    void answers201WithTheAddressOfTheNewOrder() {
        var order = new Order(7, Instant.parse("2026-11-20T12:00:00Z"));
        order.id = 42L;
        when(orders.place(eq(1L), eq("cart-1"), any())).thenReturn(order);

        assertThat(post(2)).hasStatus(HttpStatus.CREATED).hasHeader("Location", "/api/orders/42")
                .bodyJson().isLenientlyEqualTo("{\"id\": 42, \"status\": \"NEW\"}");
    }

    @Test
    void answers400ToANegativeQuantityAndNeverCallsTheService() {
        assertThat(post(-2)).hasStatus(HttpStatus.BAD_REQUEST);
        verifyNoInteractions(orders);
    }
}
