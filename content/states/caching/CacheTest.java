package shop;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManagerFactory;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** Products come from a real Redis, and from the database when it is down or hangs. */
@EnabledIf("shop.RedisProcess#available")
class CacheTest extends ShopTest {
    @Autowired Environment env;
    @Autowired ProductRepository products;
    @Autowired CustomerRepository customers;
    @Autowired StringRedisTemplate redis;
    @Autowired TransactionTemplate transaction;
    @Autowired EntityManagerFactory factory;
    @Autowired AdminController admin;
    @Autowired ProductLookup lookup;

    final HttpClient http = HttpClient.newHttpClient();
    long mug;

    @BeforeEach
    void aProductThatIsNotCached() {
        mug = products.save(new Product("CACHE-" + UUID.randomUUID(), "Mug", new BigDecimal("12.50"), 40)).id;
    }

    HttpResponse<String> send(String method, String path, String body, String... headers) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + env.getProperty("local.server.port") + path))
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (body != null) request.header("Content-Type", "application/json");
        if (headers.length > 0) request.headers(headers);
        return http.send(request.build(), BodyHandlers.ofString());
    }

    HttpResponse<String> read(String... headers) throws Exception {
        return send("GET", "/api/products/" + mug, null, headers);
    }

    int price(String price) throws Exception {
        return send("PUT", "/api/admin/products/" + mug + "/price", "{\"price\":" + price + "}",
                "Authorization", bearer(Role.ADMIN)).statusCode();
    }

    int order(String token) throws Exception {
        return send("POST", "/api/orders", "{\"items\":[{\"productId\":" + mug + ",\"quantity\":2}]}",
                "Authorization", token, "Idempotency-Key", UUID.randomUUID().toString()).statusCode();
    }

    Statistics statistics() {
        var statistics = factory.unwrap(SessionFactory.class).getStatistics();
        statistics.clear();
        return statistics;
    }

    String key() {
        return "catalog:v1:product::" + mug;
    }

    @Test
    void theSecondReadRunsNoSqlAndTheEntryHasAnEnd() throws Exception {
        read();
        var statistics = statistics();
        assertThat(read().body()).contains("\"stock\":40");
        assertThat(statistics.getPrepareStatementCount()).isZero();
        for (String key : redis.keys("catalog:*")) assertThat(redis.getExpire(key)).as(key).isBetween(1L, 660L);
    }

    @Test
    void aChangedPriceAndAnOrderAreSeenByTheNextRead() throws Exception {
        read();
        assertThat(price("13.90")).isEqualTo(204);
        assertThat(read().body()).contains("13.90");
        assertThat(order(bearer(customers.save(new Customer("Ada", UUID.randomUUID() + "@example.com"))))).isEqualTo(201);
        assertThat(read().body()).contains("\"stock\":38");
    }

    @Test
    void theOldCopyStaysUntilTheCommit() throws Exception {
        read();
        transaction.executeWithoutResult(open -> {
            admin.change(mug, new BigDecimal("14.90"));
            assertThat(redis.hasKey(key())).isTrue();
        });
        assertThat(redis.hasKey(key())).isFalse();
    }

    @Test
    void withoutRedisTheShopReadsAndSells() throws Exception {
        String ada = bearer(customers.save(new Customer("Ada", UUID.randomUUID() + "@example.com")));
        RedisProcess.stop();
        try {
            assertThat(read().statusCode()).isEqualTo(200);
            assertThat(price("8.00")).isEqualTo(204);
            assertThat(order(ada)).isEqualTo(201);
            assertThat(read().body()).contains("8.00", "\"stock\":38");
        } finally {
            RedisProcess.start();
        }
    }

    @Test
    void aRedisThatHangsCostsLessThan300Milliseconds() throws Exception {
        for (int i = 0; i < 5; i++) read();
        RedisProcess.signal("STOP");
        try {
            long start = System.nanoTime();
            assertThat(read().statusCode()).isEqualTo(200);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofMillis(300));
        } finally {
            RedisProcess.signal("CONT");
        }
    }

    @Test
    void fiftyAtOnceCauseOneQuery() throws Exception {
        var statistics = statistics();
        var start = new CyclicBarrier(50);
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = IntStream.range(0, 50).mapToObj(i -> pool.submit(() -> {
                start.await();
                return lookup.find(mug);
            })).toList();
            for (var one : all) assertThat(one.get()).isPresent();
        }
        assertThat(statistics.getPrepareStatementCount()).isEqualTo(1);
    }

    @Test
    void anUnchangedProductIsAnsweredWith304AndAnOrderIsNotStored() throws Exception {
        var first = read();
        assertThat(first.headers().firstValue("Cache-Control")).hasValue("max-age=60, public");
        var second = read("If-None-Match", first.headers().firstValue("ETag").orElseThrow());
        assertThat(second.statusCode()).isEqualTo(304);
        assertThat(second.body()).isEmpty();
        Customer ada = customers.save(new Customer("Ada", UUID.randomUUID() + "@example.com"));
        var order = send("GET", "/api/orders/" + orderOf(ada), null, "Authorization", bearer(ada));
        assertThat(order.headers().firstValue("Cache-Control").orElseThrow()).contains("no-store", "private");
    }
}
