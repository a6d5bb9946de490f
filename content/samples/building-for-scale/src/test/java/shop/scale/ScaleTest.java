package shop.scale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.core.IntervalFunction;
import io.github.resilience4j.retry.RetryConfig;
import java.math.BigDecimal;
import java.net.InetSocketAddress;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.client.HttpClientErrorException;

class ScaleTest {

    @Test
    void aRetriedCaptureSendsTheSameIdempotencyKey() throws Exception {
        var hits = new AtomicInteger();
        Set<String> keys = ConcurrentHashMap.newKeySet();
        var server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.createContext("/payments", x -> {
            keys.add(x.getRequestHeaders().getFirst("Idempotency-Key"));
            x.sendResponseHeaders(hits.incrementAndGet() < 3 ? 503 : 204, -1);
            x.close();
        });
        server.start();
        try {
            var client = new PaymentClient(
                    PaymentClient.httpClient("http://127.0.0.1:" + server.getAddress().getPort()),
                    PaymentClient.breakerPolicy(), PaymentClient.retryPolicy());
            assertThat(new Checkout(client).pay(1, BigDecimal.TEN, UUID.randomUUID()))
                    .isEqualTo(Checkout.Outcome.PAID);
            assertThat(hits).hasValue(3);
            assertThat(keys).hasSize(1);
        } finally {
            server.stop(0);
        }
    }

    // #region opens
    @Test
    void anOpenBreakerSendsNothing() throws Exception {
        var hits = new AtomicInteger();
        var server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.createContext("/payments", x -> {
            hits.incrementAndGet();
            x.sendResponseHeaders(503, -1);
            x.close();
        });
        server.start();
        try {
            var client = new PaymentClient(
                    PaymentClient.httpClient("http://127.0.0.1:" + server.getAddress().getPort()),
                    PaymentClient.breakerPolicy(),
                    RetryConfig.custom().maxAttempts(1).build());
            var checkout = new Checkout(client);
            IntStream.range(0, 50).forEach(i ->
                    checkout.pay(i, BigDecimal.TEN, UUID.randomUUID()));
            assertThat(client.state()).isEqualTo(CircuitBreaker.State.OPEN);
            assertThat(hits).hasValue(10);
        } finally {
            server.stop(0);
        }
    }
    // #endregion opens

    @ParameterizedTest
    @ValueSource(ints = {408, 429})
    void aProviderThatIsTooBusyOpensTheBreaker(int status) throws Exception {
        assertThat(afterAnswersOf(status, Checkout.Outcome.PAYMENT_PENDING))
                .isEqualTo(CircuitBreaker.State.OPEN);
    }

    @Test
    void aDeclinedCardSaysNothingAboutTheProvider() throws Exception {
        assertThat(afterAnswersOf(422, null)).isEqualTo(CircuitBreaker.State.CLOSED);
    }

    /** State of the breaker after twenty answers with this status; without an outcome, each must throw. */
    private static CircuitBreaker.State afterAnswersOf(int status, Checkout.Outcome outcome) throws Exception {
        var server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.createContext("/payments", x -> {
            x.sendResponseHeaders(status, -1);
            x.close();
        });
        server.start();
        try {
            var client = new PaymentClient(
                    PaymentClient.httpClient("http://127.0.0.1:" + server.getAddress().getPort()),
                    PaymentClient.breakerPolicy(), RetryConfig.custom().maxAttempts(1).build());
            var checkout = new Checkout(client);
            for (int i = 0; i < 20; i++) {
                long id = i;
                if (outcome == null) {
                    assertThatThrownBy(() -> checkout.pay(id, BigDecimal.TEN, UUID.randomUUID()))
                            .isInstanceOf(HttpClientErrorException.class);
                } else {
                    assertThat(checkout.pay(id, BigDecimal.TEN, UUID.randomUUID())).isEqualTo(outcome);
                }
            }
            return client.state();
        } finally {
            server.stop(0);
        }
    }

    @Test
    void aSlowProviderIsGivenUpAfterTheReadTimeout() throws Exception {
        var server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.createContext("/payments", x -> {
            try {
                Thread.sleep(3_000);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            x.close();
        });
        server.start();
        try {
            var client = new PaymentClient(
                    PaymentClient.httpClient("http://127.0.0.1:" + server.getAddress().getPort()),
                    PaymentClient.breakerPolicy(), RetryConfig.custom().maxAttempts(1).build());
            long start = System.nanoTime();
            assertThat(new Checkout(client).pay(1, BigDecimal.TEN, UUID.randomUUID()))
                    .isEqualTo(Checkout.Outcome.PAYMENT_PENDING);
            assertThat((System.nanoTime() - start) / 1_000_000).isBetween(900L, 2_500L);
        } finally {
            server.stop(0);
        }
    }

    @Test
    void theBucketAllowsABurstThenTheSteadyRate() {
        var clock = new AtomicLong();
        var bucket = new TokenBucket(20, 5, clock::get);
        for (int i = 0; i < 20; i++) {
            assertThat(bucket.take()).isZero();
        }
        assertThat(bucket.take()).isEqualTo(0.2);
        clock.addAndGet(1_000_000_000);
        assertThat(IntStream.range(0, 10).filter(i -> bucket.take() == 0).count()).isEqualTo(5);
    }

    @Test
    void theTwentyFirstCallInABurstGets429WithRetryAfter() throws Exception {
        var filter = new RateLimitFilter();
        var statuses = new HashSet<Integer>();
        var last = new MockHttpServletResponse();
        for (int i = 0; i < 25; i++) {
            last = new MockHttpServletResponse();
            filter.doFilter(new MockHttpServletRequest("GET", "/api/products"), last,
                    new MockFilterChain());
            statuses.add(last.getStatus());
        }
        assertThat(statuses).containsExactlyInAnyOrder(200, 429);
        assertThat(last.getHeader("Retry-After")).isEqualTo("1");
    }

    @Test
    void browsingIsShedBeforeOrders() throws Exception {
        var filter = new LoadShedFilter(1);   // browsing limit: 0
        var browse = new MockHttpServletResponse();
        filter.doFilter(new MockHttpServletRequest("GET", "/api/products"), browse,
                new MockFilterChain());
        var order = new MockHttpServletResponse();
        filter.doFilter(new MockHttpServletRequest("POST", "/api/orders"), order,
                new MockFilterChain());
        assertThat(browse.getStatus()).isEqualTo(503);
        assertThat(order.getStatus()).isEqualTo(200);
    }

    @Test
    void thePageSurvivesItsHelpers() {
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            var page = new ProductPage(sku -> "Mug", sku -> {
                throw new IllegalStateException("recommendations down");
            }, sku -> {
                try {
                    Thread.sleep(1_000);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                return 3;
            }, executor);
            assertThat(page.show("MUG-1"))
                    .isEqualTo(new ProductPage.View("Mug", List.of(), "Checked at checkout"));
        }
    }

    @Test
    void theReaderNeverRunsFarAheadOfTheWriter() throws Exception {
        var written = new AtomicInteger();
        var stockImport = new StockImport(10);
        stockImport.run(IntStream.range(0, 500).mapToObj(Integer::toString).iterator(),
                line -> written.incrementAndGet());
        assertThat(written).hasValue(500);
        assertThat(stockImport.maxAhead()).isLessThanOrEqualTo(12);
    }

    @Test
    void aDeadWriterStopsTheImportInsteadOfHangingIt() {
        var stockImport = new StockImport(5);
        assertThatThrownBy(() -> stockImport.run(
                IntStream.range(0, 100).mapToObj(Integer::toString).iterator(),
                line -> {
                    throw new IllegalStateException("database down");
                })).hasMessage("writer has died");
    }
}
