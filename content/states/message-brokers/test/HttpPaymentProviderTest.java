package shop.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import shop.messaging.TryAgainLater;
import shop.payment.PaymentProvider.Answer;

class HttpPaymentProviderTest {
    final List<String> keys = new ArrayList<>();
    volatile int status = 200;
    volatile String body = "";
    volatile Duration delay = Duration.ZERO;
    HttpServer server;
    PaymentProvider provider;

    @BeforeEach
    void aCardCompany() throws Exception {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/charges", exchange -> {
            keys.add(exchange.getRequestHeaders().getFirst("Idempotency-Key"));
            try {
                Thread.sleep(delay);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, body.length());
            exchange.getResponseBody().write(body.getBytes());
            exchange.close();
        });
        server.start();
        provider = new HttpPaymentProvider("http://localhost:" + server.getAddress().getPort(), Duration.ofSeconds(2));
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    Answer capture() {
        return provider.capture("order-1", new BigDecimal("19.90"));
    }

    @Test
    void twoAnswersAreClear() {
        body = "{\"status\":\"CAPTURED\"}";
        assertThat(capture()).isEqualTo(Answer.CAPTURED);
        body = "{\"status\":\"DECLINED\"}";
        assertThat(capture()).isEqualTo(Answer.DECLINED);
        assertThat(keys).containsExactly("order-1", "order-1");
    }

    @Test
    void anythingElseIsAskedAgain() {
        body = "{\"status\":\"MAYBE\"}";
        assertThatThrownBy(this::capture).isInstanceOf(TryAgainLater.class);
        status = 503;
        assertThatThrownBy(this::capture).isInstanceOf(TryAgainLater.class);
        delay = Duration.ofSeconds(4);
        assertThatThrownBy(this::capture).isInstanceOf(TryAgainLater.class);
    }
}
