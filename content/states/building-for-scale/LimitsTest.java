package shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import shop.scale.LoadShedFilter;
import shop.scale.RateLimitFilter;

class LimitsTest extends ShopTest {
    @Autowired StringRedisTemplate redis;

    @Test
    void the21stRequestOfABurstIsRefusedAndOthersAreNotAffected() throws Exception {
        var filter = new RateLimitFilter(20, 5);
        for (int i = 0; i < 20; i++) assertThat(get(filter, "ada").getStatus()).isEqualTo(200);
        var refused = get(filter, "ada");
        assertThat(refused.getStatus()).isEqualTo(429);
        assertThat(refused.getHeader("Retry-After")).isEqualTo("1");
        assertThat(get(filter, "bob").getStatus()).isEqualTo(200);
    }

    static MockHttpServletResponse get(RateLimitFilter filter, String who) throws Exception {
        var request = new MockHttpServletRequest("GET", "/api/products");
        request.setUserPrincipal(() -> who);
        var response = new MockHttpServletResponse();
        filter.doFilter(request, response, new MockFilterChain());
        return response;
    }

    @Test
    void browsingIsRefusedBeforeOrders() throws Exception {
        var filter = new LoadShedFilter(1);   // browsing limit: 0
        for (String path : new String[] {"/api/products", "/api/orders"}) {
            var response = new MockHttpServletResponse();
            filter.doFilter(new MockHttpServletRequest("GET", path), response, new MockFilterChain());
            assertThat(response.getStatus()).isEqualTo(path.endsWith("orders") ? 200 : 503);
        }
    }

    @Test
    @EnabledIf("shop.RedisProcess#available")
    void twoInstancesCountOneLogin() {
        var one = new SharedLoginThrottle(redis, new LoginThrottle(Clock.systemUTC()));
        var other = new SharedLoginThrottle(redis, new LoginThrottle(Clock.systemUTC()));
        String email = UUID.randomUUID() + "@example.com";
        for (int i = 0; i < 5; i++) assertThat((i % 2 == 0 ? one : other).mayTry(email, "10.0.0." + i)).isTrue();
        assertThat(one.mayTry(email, "10.0.0.9")).isFalse();
        assertThat(other.mayTry(email, "10.0.0.9")).isFalse();
        other.succeeded(email);
        assertThat(one.mayTry(email, "10.0.0.9")).isTrue();
    }
}
