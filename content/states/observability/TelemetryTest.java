package shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;

class TelemetryTest extends ShopTest {
    @LocalServerPort int port;
    @LocalManagementPort int management;
    @Autowired ProductRepository products;

    final HttpClient http = HttpClient.newHttpClient();

    HttpResponse<String> get(int at, String path) throws Exception {
        return http.send(HttpRequest.newBuilder(URI.create("http://localhost:" + at + path)).build(), BodyHandlers.ofString());
    }

    long series() throws Exception {
        return get(management, "/actuator/prometheus").body().lines().filter(line -> line.startsWith("http_server_requests"))
                .count();
    }

    long product() {
        return products.save(new Product("TEL-" + UUID.randomUUID(), "Mug", new BigDecimal("12.50"), 1)).id;
    }

    @Test
    void otherProductsMakeNoOtherSeries() throws Exception {
        get(port, "/api/products/" + product());
        long before = series();
        assertThat(before).isPositive();
        for (int i = 0; i < 20; i++) assertThat(get(port, "/api/products/" + product()).statusCode()).isEqualTo(200);
        assertThat(series()).isEqualTo(before);
    }

    @Test
    void thePageHasTheSeriesThatTheRulesNeed() throws Exception {
        get(port, "/api/products/" + product());
        assertThat(get(management, "/actuator/prometheus").body()).contains("http_server_requests_seconds_bucket",
                "tomcat_threads_busy_threads", "cache_gets_total", "jvm_memory_used_bytes");
    }

    @Test
    void thePublicPortShowsNoneOfIt() throws Exception {
        assertThat(get(port, "/actuator/prometheus").statusCode()).isEqualTo(302);   // to the login
        assertThat(get(port, "/livez").statusCode()).isEqualTo(200);
    }
}
