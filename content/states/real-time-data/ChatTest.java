package shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@Timeout(30)
class ChatTest extends ShopTest {
    @LocalServerPort int port;
    @Autowired CustomerRepository customers;

    Customer ada;
    Customer bo;
    long order;

    @BeforeEach
    void anOrderOfAda() {
        ada = customers.save(new Customer("Ada", UUID.randomUUID() + "@example.com"));
        bo = customers.save(new Customer("Bo", UUID.randomUUID() + "@example.com"));
        order = orderOf(ada);
    }

    /** What one side hears: lines, and the code with which the other side closes. */
    static class Side implements WebSocket.Listener {
        final BlockingQueue<String> heard = new LinkedBlockingQueue<>();

        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence text, boolean last) {
            heard.add(text.toString());
            return WebSocket.Listener.super.onText(socket, text, last);
        }

        @Override
        public CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
            heard.add("closed " + code);
            return null;
        }

        String next() throws InterruptedException {
            return heard.poll(5, TimeUnit.SECONDS);
        }
    }

    WebSocket connect(String bearer, Side side, String origin) {
        return HttpClient.newHttpClient().newWebSocketBuilder().header("Authorization", bearer).header("Origin", origin)
                .buildAsync(URI.create("ws://localhost:" + port + "/ws/orders/" + order + "/chat"), side).join();
    }

    WebSocket connect(String bearer, Side side) {
        return connect(bearer, side, "https://shop.example");
    }

    @Test
    void theRoomOfAnOrderIsForItsCustomerAndTheStaffOnly() throws Exception {
        var hers = new Side();
        var theirs = new Side();
        var his = new Side();
        var socket = connect(bearer(ada), hers);
        connect(bearer(bo), his);
        assertThat(his.next()).isEqualTo("closed 1008");
        socket.sendText("{\"clientId\":\"a\",\"text\":\"Where is my mug?\"}", true);
        assertThat(hers.next()).contains("Where is my mug?");
        connect(bearer(staff()), theirs);
        assertThat(theirs.next()).contains("Where is my mug?");      // they came later
        assertThat(his.heard).isEmpty();
    }

    Account staff() {
        long id = rows.sql("insert into account (email, password_hash, role) values (?, ?, 'CLERK') returning id")
                .params(UUID.randomUUID() + "@example.com", NO_PASSWORD).query(Long.class).single();
        return new Account(id, "", "", Role.CLERK);
    }

    String bearer(Account who) {
        return "Bearer " + tokens.issue(who);
    }

    @Test
    void aForeignPageMayNotConnect() {
        assertThatThrownBy(() -> connect(bearer(ada), new Side(), "https://evil.example"))
                .hasCauseInstanceOf(WebSocketHandshakeException.class)
                .satisfies(e -> assertThat(((WebSocketHandshakeException) e.getCause()).getResponse().statusCode()).isEqualTo(403));
    }

    @Test
    void aMessageSentTwiceIsOneLine() throws Exception {
        var side = new Side();
        var socket = connect(bearer(ada), side);
        String message = "{\"clientId\":\"a\",\"text\":\"Where is my mug?\"}";
        socket.sendText(message, true).join();
        socket.sendText(message, true).join();
        String line = side.next();
        assertThat(side.next()).isEqualTo(line);                     // the receipt comes each time
        assertThat(rows.sql("select count(*) from chat_line where order_id = ?").param(order).query(Integer.class).single())
                .isOne();
    }
}
