package shop.realtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.util.Base64;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"shop.long-poll.hold=300ms", "shop.sse.heartbeat=200ms"})
class TransportTest {

    @LocalServerPort int port;
    @Autowired Feeds feeds;
    @Autowired SupportChat chat;
    @Autowired StreamController streams;

    final HttpClient http = HttpClient.newHttpClient();

    HttpRequest.Builder as(String user, String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Authorization", basic(user));
    }

    static String basic(String user) {
        return "Basic " + Base64.getEncoder().encodeToString((user + ":" + user).getBytes());
    }

    @Test
    void anUnchangedOrderCostsA304WithoutBody() throws Exception {
        var first = http.send(as("ada", "/api/orders/42/status").build(), BodyHandlers.ofString());
        var etag = first.headers().firstValue("ETag").orElseThrow();
        var second = http.send(as("ada", "/api/orders/42/status").header("If-None-Match", etag).build(),
                BodyHandlers.ofString());
        assertThat(second.statusCode()).isEqualTo(304);
        assertThat(second.body()).isEmpty();
    }

    @Test
    void aLongPollIsAnsweredWhenNewsArrivesAndEndsEmptyWhenNoneDoes() throws Exception {
        var quiet = http.send(as("bo", "/api/notifications/wait?after=0").build(), BodyHandlers.ofString());
        assertThat(quiet.statusCode()).isEqualTo(204);

        var waiting = http.sendAsync(as("bo", "/api/notifications/wait?after=0").build(), BodyHandlers.ofString());
        Thread.sleep(50);
        feeds.of("bo").append("order-shipped", "Order 7 is on its way");
        HttpResponse<String> answer = waiting.get(2, TimeUnit.SECONDS);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("Order 7");
    }

    @Test
    void aStreamThatComesBackGetsOnlyWhatItMissed() throws Exception {
        feeds.of("ada").append("order-created", "one");
        feeds.of("ada").append("payment-captured", "two");
        var request = as("ada", "/api/notifications/stream").header("Last-Event-ID", "1").build();
        HttpResponse<InputStream> response = http.send(request, BodyHandlers.ofInputStream());
        try (var lines = new BufferedReader(new InputStreamReader(response.body()))) {
            assertThat(lines.readLine()).isEqualTo("id:2");
            assertThat(lines.readLine()).isEqualTo("event:payment-captured");
            assertThat(lines.readLine()).contains("two");
            assertThat(lines.readLine()).isEmpty();
            assertThat(lines.readLine()).isEqualTo(":still here");
        }
        for (int i = 0; i < 30 && streams.openStreams() > 0; i++) Thread.sleep(100);
        assertThat(streams.openStreams()).as("a failed heartbeat frees the stream").isZero();
    }

    @Test
    void aResentChatMessageKeepsItsNumber() throws Exception {
        var ada = new Inbox();
        var sam = new Inbox();
        var adaSocket = open("ada", ada, null);
        open("sam", sam, null);
        String post = "{\"clientId\":\"a1\",\"text\":\"Where is my mug?\"}";
        Thread.sleep(200);
        adaSocket.sendText(post, true).join();
        adaSocket.sendText(post, true).join();                    // the receipt got lost: sent again
        assertThat(sam.texts.poll(2, TimeUnit.SECONDS)).contains("\"seq\":1").contains("mug");
        assertThat(ada.texts.poll(2, TimeUnit.SECONDS)).contains("\"seq\":1");
        assertThat(ada.texts.poll(2, TimeUnit.SECONDS)).contains("\"seq\":1");
        assertThat(chat.history()).hasSize(1);

        adaSocket.sendText("x".repeat(5_000), true).join();
        assertThat(ada.closed.get(2, TimeUnit.SECONDS)).isEqualTo(1009);
    }

    @Test
    void strangersAndForeignPagesStayOut() throws Exception {
        var bo = new Inbox();
        open("bo", bo, null);
        assertThat(bo.closed.get(2, TimeUnit.SECONDS)).isEqualTo(1008);

        assertThatThrownBy(() -> open("ada", new Inbox(), "https://evil.example"))
                .hasCauseInstanceOf(WebSocketHandshakeException.class)
                .cause().extracting(e -> ((WebSocketHandshakeException) e).getResponse().statusCode())
                .isEqualTo(403);
    }

    WebSocket open(String user, Inbox inbox, String origin) {
        var builder = http.newWebSocketBuilder().header("Authorization", basic(user));
        if (origin != null) builder.header("Origin", origin);
        return builder.buildAsync(URI.create("ws://localhost:" + port + "/ws/orders/42/chat"), inbox).join();
    }

    static class Inbox implements WebSocket.Listener {
        final BlockingQueue<String> texts = new LinkedBlockingQueue<>();
        final CompletableFuture<Integer> closed = new CompletableFuture<>();

        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
            texts.add(data.toString());
            socket.request(1);
            return null;
        }

        @Override
        public CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
            closed.complete(code);
            return null;
        }
    }
}
