package shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import shop.realtime.Feeds;

/** Notifications as a customer gets them. What writes them here stands for another instance of the shop. */
@Timeout(30)
class NotificationTest extends ShopTest {
    @LocalServerPort int port;
    @Autowired CustomerRepository customers;
    @Autowired Feeds feeds;

    final HttpClient http = HttpClient.newHttpClient();
    Customer ada;
    Customer bo;

    @BeforeEach
    void twoCustomers() {
        ada = customers.save(new Customer("Ada", UUID.randomUUID() + "@example.com"));
        bo = customers.save(new Customer("Bo", UUID.randomUUID() + "@example.com"));
    }

    void write(Customer who, String text) {
        feeds.append(orderOf(who), UUID.randomUUID(), "order-created", text);
    }

    HttpRequest.Builder as(Customer who, String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path)).header("Authorization", bearer(who));
    }

    BufferedReader stream(HttpRequest request) throws Exception {
        HttpResponse<InputStream> response = http.send(request, BodyHandlers.ofInputStream());
        assertThat(response.statusCode()).isEqualTo(200);
        return new BufferedReader(new InputStreamReader(response.body()));
    }

    static List<String> ids(BufferedReader lines, int count) throws Exception {
        var ids = new ArrayList<String>();
        while (ids.size() < count) {
            String line = lines.readLine();
            if (line.startsWith("id:")) ids.add(line.substring(3));
        }
        return ids;
    }

    @Test
    void aNotificationOfAnotherInstanceReachesTheStreamWithinASecond() throws Exception {
        try (var lines = stream(as(ada, "/api/notifications/stream").build())) {
            assertThat(lines.readLine()).isEqualTo(":still here");   // the stream stands
            write(bo, "not for her");
            long start = System.nanoTime();
            write(ada, "hers");
            assertThat(ids(lines, 1)).containsExactly("1");
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(1));
            assertThat(lines.readLine()).isEqualTo("event:order-created");
            assertThat(lines.readLine()).contains("hers");
        }
    }

    @Test
    void aStreamThatComesBackGetsEachOfFiveOnce() throws Exception {
        write(ada, "seen");
        for (int i = 0; i < 5; i++) write(ada, "missed " + i);
        try (var lines = stream(as(ada, "/api/notifications/stream").header("Last-Event-ID", "1").build())) {
            assertThat(ids(lines, 5)).containsExactly("2", "3", "4", "5", "6");
            write(ada, "new");
            assertThat(ids(lines, 1)).containsExactly("7");
        }
    }

    @Test
    void catchingUpWorksWithoutAStreamAndForTheOwnFeedOnly() throws Exception {
        write(ada, "one");
        write(ada, "two");
        var hers = http.send(as(ada, "/api/notifications?after=1").build(), BodyHandlers.ofString());
        assertThat(hers.body()).contains("two").doesNotContain("one");
        assertThat(http.send(as(bo, "/api/notifications?after=0").build(), BodyHandlers.ofString()).body()).isEqualTo("[]");
    }

    @Test
    void numbersHaveNoGapsAndAnEventIsToldOnce() throws Exception {
        long order = orderOf(ada);
        var event = UUID.randomUUID();
        for (int i = 0; i < 2; i++) feeds.append(order, event, "order-created", "once");
        try (var pool = java.util.concurrent.Executors.newVirtualThreadPerTaskExecutor()) {
            for (var one : IntStream.range(0, 20).mapToObj(i -> pool.submit(() -> write(ada, "at once"))).toList()) one.get();
        }
        assertThat(rows.sql("select no from notification where customer_id = ? order by no").param(ada.id)
                .query(Integer.class).list()).containsExactlyElementsOf(IntStream.rangeClosed(1, 21).boxed().toList());
    }
}
