package shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SecurityTest extends WebTest {
    @Test
    void aStrangerGets401ForOrdersAndReadsTheCatalog() {
        assertThat(mvc.get().uri("/api/orders/7")).hasStatus(401);
        assertThat(mvc.get().uri("/api/products")).hasStatus(200);
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void onlyAnAdminMayDeleteAProduct(Role role) {
        var deleted = mvc.delete().uri("/api/products/3").with(as(role));
        if (role == Role.ADMIN) {
            assertThat(deleted).hasStatus(204);
            verify(products).delete(3);
        } else {
            assertThat(deleted).hasStatus(403);
            verify(products, never()).delete(3);
        }
    }
}
