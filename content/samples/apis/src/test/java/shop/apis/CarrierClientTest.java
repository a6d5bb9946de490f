package shop.apis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import shop.apis.CarrierClient.CarrierUnavailable;
import shop.apis.CarrierClient.Quote;

class CarrierClientTest {

    // #region stub
    record Answer(int status, String body, Duration after) {}

    static final Answer PRICE =
            new Answer(200, "{\"country\":\"AT\",\"price\":4.90}", Duration.ZERO);
    static final Answer BUSY = new Answer(503, "", Duration.ZERO);
    static final Answer LATE = new Answer(200, PRICE.body(), Duration.ofSeconds(3));

    // The last one again and again.
    final Deque<Answer> answers = new ArrayDeque<>();
    final AtomicInteger calls = new AtomicInteger();
    HttpServer carrier;

    @BeforeEach
    void start() throws IOException {
        var here = InetAddress.getLoopbackAddress();
        // Any free port.
        carrier = HttpServer.create(new InetSocketAddress(here, 0), 0);
        carrier.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        carrier.createContext("/quotes", exchange -> {
            calls.incrementAndGet();
            var answer = answers.size() > 1 ? answers.poll() : answers.peek();
            pause(answer.after());
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(
                    answer.status(), answer.body().isEmpty() ? -1 : 0);
            exchange.getResponseBody().write(answer.body().getBytes());
            exchange.close();
        });
        carrier.start();
    }
    // #endregion stub

    @AfterEach
    void stop() {
        carrier.stop(0);
    }

    CarrierClient client() {
        return new CarrierClient(
                CarrierClient.http("http://localhost:" + carrier.getAddress().getPort()), CarrierClient.retries());
    }

    // #region late
    @Test
    void aCarrierThatNeverAnswersCostsThreeTriesAndNoMore() {
        answers.add(LATE);
        long start = System.nanoTime();
        assertThatThrownBy(() -> client().quote("AT", 500))
                .isInstanceOf(CarrierUnavailable.class);
        assertThat(calls).hasValue(3);
        assertThat(System.nanoTime() - start).isLessThan(5_000_000_000L);
    }

    @Test
    void oneFailureIsNotNoticed() {
        answers.addAll(List.of(BUSY, PRICE));
        assertThat(client().quote("AT", 500))
                .contains(new Quote("AT", new BigDecimal("4.90")));
        assertThat(calls).hasValue(2);
    }

    @Test
    void aRefusalIsAnAnswerAndIsNotRepeated() {
        answers.add(new Answer(404, "", Duration.ZERO));
        assertThat(client().quote("XX", 500)).isEmpty();
        assertThat(calls).hasValue(1);
    }
    // #endregion late

    @Test
    void ourOwnMistakeIsNotRepeatedEither() {
        answers.add(new Answer(400, "", Duration.ZERO));
        assertThatThrownBy(() -> client().quote("", -1)).isInstanceOf(CarrierUnavailable.class);
        assertThat(calls).hasValue(1);
    }

    @Test
    void nobodyListens() throws IOException {
        int free;
        try (var socket = new ServerSocket(0)) {
            free = socket.getLocalPort();
        }
        var client = new CarrierClient(CarrierClient.http("http://localhost:" + free), CarrierClient.retries());
        assertThatThrownBy(() -> client.quote("AT", 500)).isInstanceOf(CarrierUnavailable.class);
    }

    static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
