package shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.grpc.Channel;
import io.grpc.ManagedChannelBuilder;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.grpc.server.lifecycle.GrpcServerLifecycle;
import shop.rpc.InventoryGrpc;
import shop.rpc.ReserveRequest;

/** GraphQL and gRPC are as closed as the REST API, and the catalog is changed by an administrator only. */
class OtherDoorsTest extends ShopTest {
    @Autowired Environment env;
    @Autowired GrpcServerLifecycle grpc;
    @Autowired CustomerRepository customers;
    @Autowired ProductRepository products;

    final HttpClient http = HttpClient.newHttpClient();

    HttpResponse<String> send(String method, String path, String body, String bearer) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + env.getProperty("local.server.port") + path))
                .method(method, HttpRequest.BodyPublishers.ofString(body)).header("Content-Type", "application/json");
        if (bearer != null) request.header("Authorization", bearer);
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    Customer customer(String name) {
        return customers.save(new Customer(name, UUID.randomUUID() + "@example.com"));
    }

    @Test
    void graphQlListsTheOrdersOfTheCallerOnly() throws Exception {
        Customer ada = customer("Ada");
        Customer bob = customer("Bob");
        long hers = orderOf(ada);
        long his = orderOf(bob);
        String query = "{\"query\":\"{ orders { id } }\"}";
        assertThat(send("POST", "/graphql", query, null).statusCode()).isEqualTo(401);
        assertThat(send("POST", "/graphql", query, bearer(ada)).body())
                .contains("\"" + hers + "\"").doesNotContain("\"" + his + "\"");
    }

    @Test
    void reserveAsksForTheTokenOfAServiceOfTheShop() {
        products.save(new Product("DOOR-1", "Mug", new BigDecimal("12.50"), 4));
        var channel = ManagedChannelBuilder.forAddress("localhost", grpc.getPort()).usePlaintext().build();
        assertThatThrownBy(() -> reserve(channel)).hasMessageContaining("UNAUTHENTICATED");
        assertThatThrownBy(() -> reserve(channel, "Bearer nonsense")).hasMessageContaining("UNAUTHENTICATED");
        assertThatThrownBy(() -> reserve(channel, bearer(customer("Eve")))).hasMessageContaining("PERMISSION_DENIED");
        assertThat(reserve(channel, bearer(Role.SERVICE))).isEqualTo(3);
        channel.shutdownNow();
    }

    static int reserve(Channel channel, String... bearer) {
        var stub = InventoryGrpc.newBlockingStub(channel).withDeadlineAfter(20, TimeUnit.SECONDS);
        if (bearer.length > 0) stub = stub.withInterceptors(with(bearer[0]));
        return stub.reserve(ReserveRequest.newBuilder().setSku("DOOR-1").setQuantity(1).build()).getLeft();
    }

    @Test
    void onlyAnAdministratorChangesTheCatalog() throws Exception {
        String body = "{\"sku\":\"DOOR-2\",\"name\":\"Tea\",\"price\":5,\"stock\":1}";
        assertThat(send("POST", "/api/products", body, null).statusCode()).isEqualTo(401);
        for (Role role : Role.values())
            assertThat(send("POST", "/api/products", body, bearer(role)).statusCode())
                    .isEqualTo(role == Role.ADMIN ? 201 : 403);
    }

    @Test
    void theRepositoryHoldsNeitherKeysNorPasswords() throws Exception {
        try (var files = Files.walk(Path.of("src/main"))) {
            for (Path file : files.filter(Files::isRegularFile).toList())
                assertThat(Files.readString(file)).as(file.toString())
                        .doesNotContain("PRIVATE KEY-----").doesNotContainPattern("password: [^$ ]");
        }
    }
}
