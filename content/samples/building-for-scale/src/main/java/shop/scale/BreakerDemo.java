package shop.scale;

import com.sun.net.httpserver.HttpServer;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.retry.RetryConfig;
import java.math.BigDecimal;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** Breaks a payment provider on the local machine and prints what the breaker does. */
public class BreakerDemo {

    public static void main(String[] args) throws Exception {
        var healthy = new AtomicBoolean(false);
        var hits = new AtomicInteger();
        var server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.createContext("/payments", exchange -> {
            hits.incrementAndGet();
            exchange.sendResponseHeaders(healthy.get() ? 204 : 503, -1);
            exchange.close();
        });
        server.start();
        var client = new PaymentClient(
                PaymentClient.httpClient("http://127.0.0.1:" + server.getAddress().getPort()),
                CircuitBreakerConfig.from(PaymentClient.breakerPolicy())
                        .waitDurationInOpenState(Duration.ofSeconds(2)).build(),
                RetryConfig.custom().maxAttempts(1).build());
        var checkout = new Checkout(client);
        System.out.println("call  outcome          breaker    reached provider");
        for (int call = 1; call <= 18; call++) {
            if (call == 14) {
                healthy.set(true);
                Thread.sleep(2_100);
                System.out.println("-- provider repaired, 2 s later --");
            }
            int before = hits.get();
            var outcome = checkout.pay(call, new BigDecimal("19.90"), UUID.randomUUID());
            System.out.printf("%4d  %-15s  %-9s  %s%n", call, outcome, client.state(),
                    hits.get() > before ? "yes" : "no");
        }
        server.stop(0);
    }
}
