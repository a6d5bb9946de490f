package shop.caching;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Tomcat leaves a response with a strong ETag uncompressed; a weak one (W/) is compressed. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = {
    "server.compression.enabled=true",
    "spring.data.redis.port=1",
    "spring.datasource.url=jdbc:h2:mem:etag;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DB_CLOSE_DELAY=-1"
})
@Import(EtagAndCompressionTest.Pages.class)
class EtagAndCompressionTest {

    @LocalServerPort int port;

    @Test
    void onlyTheWeakLabelLetsTomcatCompress() throws Exception {
        assertThat(encoding("strong")).isEqualTo("none");
        assertThat(encoding("weak")).isEqualTo("gzip");
    }

    private String encoding(String kind) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/page/" + kind))
                    .header("Accept-Encoding", "gzip").build();
            var response = client.send(request, BodyHandlers.ofByteArray());
            assertThat(response.statusCode()).isEqualTo(200);
            return response.headers().firstValue("Content-Encoding").orElse("none");
        }
    }

    @TestConfiguration
    @RestController
    static class Pages {
        @GetMapping(value = "/page/{kind}", produces = "text/plain")
        ResponseEntity<String> page(@PathVariable String kind) {
            String etag = (kind.equals("weak") ? "W/" : "") + "\"42-7\"";
            return ResponseEntity.ok().eTag(etag).body("mug ".repeat(2000));
        }
    }
}
