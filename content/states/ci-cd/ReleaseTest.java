package shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.web.servlet.client.RestTestClient;

/** What the deployment asks a release, without a login. */
class ReleaseTest extends ShopTest {
    @Autowired RestTestClient http;
    @LocalServerPort int port;

    @Test
    void theReleaseTellsItsCommit() {
        http.get().uri("/actuator/info").exchange().expectStatus().isOk()
                .expectBody().jsonPath("$.build.commit").isEqualTo(System.getProperty("commit", "local"));
    }

    @Test
    void theShopIsHealthyWithoutItsCacheAndSaysNoMore() {
        RedisProcess.stop();
        try {
            String health = http.get().uri("/actuator/health").exchange().expectStatus().isOk()
                    .returnResult(String.class).getResponseBody();
            assertThat(health).contains("UP").doesNotContain("components");
        } finally {
            RedisProcess.start();
        }
    }

    @Test
    void nothingElseOfActuatorIsOpen() throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/actuator/env")).build();
            assertThat(client.send(request, BodyHandlers.discarding()).statusCode()).isEqualTo(302);   // to the login
        }
    }
}
