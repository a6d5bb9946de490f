package shop.reactive;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.MediaType;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.netty.DisposableServer;
import reactor.test.StepVerifier;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class ProductPageTest {

    /** Long enough for a first call on a machine that is busy with other things. */
    static final Duration PATIENCE = Duration.ofMinutes(1);

    static final DisposableServer PARTNERS = Crowd.slowService(Duration.ofMillis(50));

    @DynamicPropertySource
    static void partners(DynamicPropertyRegistry registry) {
        registry.add("shop.partners", () -> "http://localhost:" + PARTNERS.port());
        registry.add("shop.patience", () -> "1m");
    }

    @AfterAll
    static void stop() {
        PARTNERS.disposeNow();
    }

    @LocalServerPort int port;
    @Autowired Pricing pricing;
    @Autowired ProductRepository products;
    WebTestClient client;

    @BeforeEach
    void connect() {
        client = WebTestClient.bindToServer().baseUrl("http://localhost:" + port)
                .responseTimeout(PATIENCE).build();
    }

    @Test
    void pageJoinsThreeSources() {
        client.get().uri("/api/products/mug/page").exchange()
                .expectStatus().isOk()
                .expectBody()
                .jsonPath("$.name").isEqualTo("Mug")
                .jsonPath("$.stock.free").isEqualTo(7)
                .jsonPath("$.rating").isEqualTo(4.5);
        client.get().uri("/api/products/nope/page").exchange().expectStatus().isNotFound();
    }

    @Test
    void exportIsOneJsonObjectALine() {
        String body = new String(client.get().uri("/api/products/export").exchange()
                .expectHeader().contentTypeCompatibleWith(MediaType.APPLICATION_NDJSON)
                .expectBody().returnResult().getResponseBody());
        assertThat(body.lines()).hasSize(2).allMatch(line -> line.startsWith("{\"id\":"));
    }

    @Test
    void failedHistoryRollsThePriceBack() {
        StepVerifier.create(pricing.change("pen", new BigDecimal("5000.00"))).verifyError();
        assertThat(products.findBySku("pen").block().price()).isEqualByComparingTo("2.00");
        StepVerifier.create(pricing.change("pen", new BigDecimal("2.10"))).verifyComplete();
        assertThat(products.findBySku("pen").block().price()).isEqualByComparingTo("2.10");
    }

    @Test
    void blockingStyleGivesTheSameAnswer() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var http = Crowd.restClient("http://localhost:" + PARTNERS.port(), PATIENCE);
            var page = new BlockingPage(http, threads);
            assertThat(page.remote("mug"))
                    .isEqualTo(new BlockingPage.Remote(new Stock("mug", 7, true), 4.5));
        }
    }

    @Test
    void aLateWarehouseIsUnknownInBothStyles() throws Exception {
        DisposableServer late = Crowd.slowService(Duration.ofHours(1));
        String url = "http://localhost:" + late.port();
        Duration patience = Duration.ofMillis(500);
        assertThat(new Partners(WebClient.builder(), url, patience).stock("mug").block())
                .isEqualTo(Stock.unknown("mug"));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var page = new BlockingPage(Crowd.restClient(url, patience), threads);
            assertThat(page.remote("mug")).isEqualTo(new BlockingPage.Remote(Stock.unknown("mug"), 0.0));
        }
        late.disposeNow();
    }
}
