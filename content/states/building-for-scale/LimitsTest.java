package shop;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import java.time.Clock;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.client.RestTestClient;
import shop.scale.LoadShedFilter;
import shop.scale.RateLimitFilter;

class LimitsTest extends ShopTest {
    @Autowired StringRedisTemplate redis;
    @Autowired RestTestClient http;

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

    /** Eight requests at a time, 20 ms each: that is what it can do. */
    static int served(int callers, Filter filter, AtomicInteger refusedBrowsing, AtomicInteger refusedOrders) throws Exception {
        var room = new Semaphore(8);
        var end = System.nanoTime() + 700_000_000L;
        var served = new AtomicInteger();
        FilterChain work = (request, response) -> {
            room.acquireUninterruptibly();
            pause(20);
            room.release();
            served.incrementAndGet();
        };
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < callers; i++) {
                boolean order = i % 2 == 0;
                threads.submit(() -> {
                    while (System.nanoTime() < end) {
                        var response = new MockHttpServletResponse();
                        filter.doFilter(new MockHttpServletRequest("GET", order ? "/api/orders" : "/api/products"), response, work);
                        if (response.getStatus() == 200) continue;
                        (order ? refusedOrders : refusedBrowsing).incrementAndGet();
                        pause(5);
                    }
                    return null;
                });
            }
        }
        return served.get();
    }

    static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void overloadedItDoesAsMuchAsItCanAndRefusesBrowsingFirst() throws Exception {
        var browsing = new AtomicInteger();
        var orders = new AtomicInteger();
        int capacity = served(8, (request, response, chain) -> chain.doFilter(request, response), browsing, orders);
        int overloaded = served(12, new LoadShedFilter(10), browsing, orders);   // 150 %
        assertThat(overloaded).isGreaterThanOrEqualTo(capacity * 9 / 10);
        assertThat(browsing).hasPositiveValue();
        assertThat(orders.get()).isLessThan(browsing.get());
    }

    @Test
    void aProductPageComesWithoutItsRecommendations() {   // nobody listens at shop.recommendations-url
        long id = rows.sql("insert into product (sku, name, price, stock) values (?, 'Mug', 12.50, 3) returning id")
                .param("PAGE-" + UUID.randomUUID()).query(Long.class).single();
        http.get().uri("/api/products/" + id + "/page").exchange().expectStatus().isOk().expectBody()
                .jsonPath("$.product").isEqualTo("Mug").jsonPath("$.stockHint").isEqualTo("In stock")
                .jsonPath("$.alsoBought").isEmpty();
        http.get().uri("/api/products/999999/page").exchange().expectStatus().isNotFound();
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
