package shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The shop believes what the proxy on its own machine says about the client. */
class ForwardedTest extends ShopTest {
    @LocalServerPort int port;

    @Test
    void aRedirectKeepsTheSchemeAndNameOfTheClient() throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/account"))
                    .header("X-Forwarded-Proto", "https").header("X-Forwarded-Host", "shop.example")
                    .header("X-Forwarded-Port", "443").build();
            assertThat(client.send(request, BodyHandlers.discarding()).headers().firstValue("Location"))
                    .hasValue("https://shop.example/login");
        }
    }
}
