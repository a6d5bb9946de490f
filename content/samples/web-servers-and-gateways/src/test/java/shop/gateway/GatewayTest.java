package shop.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class GatewayTest {

    @Value("${local.server.port}")
    int port;

    static final HttpServer users = service("user");
    static final HttpServer orders = service("order");
    static final HttpServer payments = service("payment");

    /** A stand-in service: says who it is and which headers reached it. */
    static HttpServer service(String name) {
        try {
            var server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.createContext("/", exchange -> {
                if (exchange.getRequestURI().getPath().endsWith("/slow")) {
                    try { Thread.sleep(4_000); } catch (InterruptedException e) { }
                }
                if (exchange.getRequestURI().getPath().endsWith("/crash")) {
                    exchange.close();                       // the connection ends without an answer
                    return;
                }
                var h = exchange.getRequestHeaders();
                var body = ("%s %s user=%s id=%s xff=%s proto=%s".formatted(name, exchange.getRequestURI(),
                        h.getFirst("X-User-Id"), h.getFirst("X-Request-Id") != null,
                        h.getFirst("X-Forwarded-For"), h.getFirst("X-Forwarded-Proto"))).getBytes();
                exchange.sendResponseHeaders(200, body.length);
                exchange.getResponseBody().write(body);
                exchange.close();
            });
            server.start();
            return server;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @DynamicPropertySource
    static void targets(DynamicPropertyRegistry registry) {
        registry.add("shop.user-uri", () -> "http://127.0.0.1:" + users.getAddress().getPort());
        registry.add("shop.order-uri", () -> "http://127.0.0.1:" + orders.getAddress().getPort());
        registry.add("shop.payment-uri", () -> "http://127.0.0.1:" + payments.getAddress().getPort());
    }

    HttpResponse<String> get(String path, String... headers) throws Exception {
        var b = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
        if (headers.length > 0) b.headers(headers);
        return HttpClient.newHttpClient().send(b.build(), HttpResponse.BodyHandlers.ofString());
    }

    // #region tests
    @Test
    void routesByPathAndDropsForgedIdentity() throws Exception {
        assertThat(get("/api/customers/1").body())
                .startsWith("user /api/customers/1");
        assertThat(get("/api/orders/42?full=1", "X-User-Id", "1").body())
                .startsWith("order /api/orders/42?full=1 user=null id=true");
        assertThat(get("/api/payments/7").body()).startsWith("payment ");
        assertThat(get("/internal/metrics").statusCode()).isEqualTo(404);
    }

    @Test
    void slowPaymentServiceGetsTheFallback() throws Exception {
        long start = System.nanoTime();
        var response = get("/api/payments/slow");
        // 1.5 s is our read timeout; the library's own limit would have cut at 1 s.
        assertThat((System.nanoTime() - start) / 1_000_000)
                .isBetween(1_400L, 3_500L);
        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(response.headers().firstValue("Retry-After")).contains("10");
    }

    @Test
    void slowOrderServiceIsCutOffByTheReadTimeout() throws Exception {
        long start = System.nanoTime();
        assertThat(get("/api/orders/slow").statusCode()).isEqualTo(504);
        assertThat((System.nanoTime() - start) / 1_000_000).isLessThan(3_500);
    }
    // #endregion tests

    @Test
    void passesOnTheClientAddressThatNginxReported() throws Exception {
        assertThat(get("/api/orders/1", "X-Forwarded-For", "203.0.113.9").body())
                .contains("xff=203.0.113.9,127.0.0.1");
    }

    @Test
    void aServiceThatHangsUpIsABadGateway() throws Exception {
        assertThat(get("/api/orders/crash").statusCode()).isEqualTo(502);
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void deadServiceIsABadGateway() throws Exception {
        orders.stop(0);
        assertThat(get("/api/orders/1").statusCode()).isEqualTo(502);
    }
}
