package shop;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.net.URI;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;

/** From registration to the order, only through what a stranger can reach, and an administrator for the stock. */
class BuyingFunctionalTest extends ShopTest {
    static final String PASSWORD = "correct horse battery";

    @Autowired RestTestClient http;

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Token(String access_token) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Made(long id, int stock) {}

    @Test
    void theBuyerOfTheLastMugSeesHerOrderAndNobodyElseDoes() {
        Made mug = post("/api/products", """
                {"sku": "LAST-1", "name": "Mug", "price": 12.50, "stock": 1}""", bearer(Role.ADMIN))
                .expectStatus().isCreated().returnResult(Made.class).getResponseBody();
        String ada = register("Ada");
        String bob = register("Bob");

        URI order = buy(mug, ada).expectStatus().isCreated().expectBody().jsonPath("$.status").isEqualTo("NEW")
                .returnResult().getResponseHeaders().getLocation();

        read(order, ada).expectStatus().isOk().expectBody().jsonPath("$.status").isEqualTo("NEW");
        read(order, bob).expectStatus().isNotFound();
        buy(mug, bob).expectStatus().isEqualTo(409);
        assertThat(http.get().uri("/api/products/" + mug.id).exchange().returnResult(Made.class).getResponseBody().stock)
                .isZero();
    }

    String register(String name) {
        String email = UUID.randomUUID() + "@shop.example";
        post("/api/auth/register", """
                {"name": "%s", "email": "%s", "password": "%s"}""".formatted(name, email, PASSWORD), null)
                .expectStatus().isCreated();
        var token = post("/api/auth/login", """
                {"email": "%s", "password": "%s"}""".formatted(email, PASSWORD), null)
                .expectStatus().isOk().returnResult(Token.class).getResponseBody();
        return "Bearer " + token.access_token();
    }

    RestTestClient.ResponseSpec buy(Made product, String bearer) {
        return http.post().uri("/api/orders").header("Authorization", bearer)
                .header("Idempotency-Key", UUID.randomUUID().toString()).contentType(MediaType.APPLICATION_JSON)
                .body("{\"items\": [{\"productId\": %d, \"quantity\": 1}]}".formatted(product.id)).exchange();
    }

    RestTestClient.ResponseSpec post(String path, String json, String bearer) {
        var request = http.post().uri(path).contentType(MediaType.APPLICATION_JSON);
        if (bearer != null) request.header("Authorization", bearer);
        return request.body(json).exchange();
    }

    RestTestClient.ResponseSpec read(URI order, String bearer) {
        return http.get().uri(order.getPath()).header("Authorization", bearer).exchange();
    }
}
