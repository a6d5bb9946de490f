package shop.apis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.grpc.ManagedChannelBuilder;
import io.grpc.StatusRuntimeException;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import jakarta.persistence.EntityManagerFactory;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.*;
import java.nio.file.*;
import java.util.*;
import java.util.concurrent.*;
import javax.sql.DataSource;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.*;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.grpc.server.lifecycle.GrpcServerLifecycle;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.yaml.snakeyaml.Yaml;
import shop.apis.rpc.*;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = {
        "spring.grpc.server.port=0", "spring.jpa.properties.hibernate.generate_statistics=true"})
class ApiTest {
    @TestConfiguration
    static class RealDatabase {
        @Bean(destroyMethod = "close")
        EmbeddedPostgres postgres() throws Exception {
            return EmbeddedPostgres.start();
        }

        @Bean
        DataSource dataSource(EmbeddedPostgres postgres) {
            return postgres.getPostgresDatabase();
        }
    }

    @Autowired Environment env;
    @Autowired ProductRepository products;
    @Autowired CustomerRepository customers;
    @Autowired OrderRepository orders;
    @Autowired EntityManagerFactory factory;
    @Autowired JsonMapper json;
    @Autowired GrpcServerLifecycle grpc;
    @Autowired RequestMappingHandlerMapping mappings;

    final HttpClient http = HttpClient.newHttpClient();

    HttpResponse<String> send(String method, String path, String body, String... headers) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + env.getProperty("local.server.port") + path))
                .method(method, body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body))
                .header("Content-Type", "application/json");
        if (headers.length > 0) request.headers(headers);
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    /** Keeps what the learner sees on the page equal to what the server said. */
    void show(String file, HttpResponse<String> response, String... names) throws Exception {
        var text = new StringBuilder("HTTP/1.1 " + response.statusCode() + "\n");
        for (String name : names) response.headers().firstValue(name).ifPresent(v -> text.append(name).append(": ").append(v).append("\n"));
        var exact = JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES).build();
        var pretty = exact.writerWithDefaultPrettyPrinter().writeValueAsString(exact.readTree(response.body()));
        Files.createDirectories(Path.of("target/output"));
        Files.writeString(Path.of("target/output", file), text + "\n" + pretty + "\n");
    }

    Product product(String sku, int stock) {
        return products.save(new Product(sku, "Mug " + sku, new BigDecimal("12.50"), stock));
    }

    Customer customer(String name) {
        return customers.save(new Customer(name, UUID.randomUUID() + "@example.com"));
    }

    HttpResponse<String> order(Customer who, String key, String lines) throws Exception {
        String body = "{\"customerId\":%d,\"items\":[%s]}".formatted(who.id, lines);
        return send("POST", "/api/orders", body, "Idempotency-Key", key);
    }

    static String line(long product, int quantity) {
        return "{\"productId\":%d,\"quantity\":%d}".formatted(product, quantity);
    }

    HttpResponse<String> graph(String query) throws Exception {
        return send("POST", "/graphql", json.writeValueAsString(Map.of("query", query)));
    }

    @Test
    void aCreatedProductIsReadBackAtItsLocation() throws Exception {
        var made = send("POST", "/api/products", "{\"sku\":\"MUG-1\",\"name\":\"Blue mug\",\"price\":12.50,\"stock\":40}");
        assertThat(made.statusCode()).isEqualTo(201);
        assertThat(made.headers().firstValue("ETag")).contains("\"0\"");
        show("created.txt", made, "Location", "ETag", "Content-Type");
        var read = send("GET", made.headers().firstValue("Location").orElseThrow(), null);
        assertThat(read.body()).isEqualTo(made.body());
    }

    @Test
    void badInputIsAProblemThatNamesTheField() throws Exception {
        var bad = send("POST", "/api/products", "{\"sku\":\"MUG-2\",\"name\":\"\",\"price\":-1,\"stock\":4}");
        assertThat(bad.statusCode()).isEqualTo(400);
        assertThat(bad.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(bad.body()).contains("\"price\"", "\"name\"");
        show("invalid.txt", bad, "Content-Type");
        var unknown = send("POST", "/api/products", "{\"sku\":\"MUG-3\",\"name\":\"Mug\",\"price\":1,\"stock\":4,\"stok\":4}");
        assertThat(unknown.statusCode()).isEqualTo(400);
        var missing = send("POST", "/api/products", "{\"sku\":\"MUG-3\",\"name\":\"Mug\",\"price\":1}");
        assertThat(missing.statusCode()).isEqualTo(400);
        assertThat(missing.body()).contains("\"stock\":\"must not be null\"");
        assertThat(send("GET", "/api/products?size=101", null).statusCode()).isEqualTo(400);
        assertThat(send("GET", "/api/products/999999", null).statusCode()).isEqualTo(404);
    }

    @Test
    void aStaleETagIsRefused() throws Exception {
        String path = "/api/products/" + product("PUT-1", 5).id;
        String body = "{\"sku\":\"PUT-1\",\"name\":\"Red mug\",\"price\":13.00,\"stock\":5}";
        assertThat(send("PUT", path, body).statusCode()).isEqualTo(428);
        assertThat(send("PUT", path, body, "If-Match", "\"0\"").statusCode()).isEqualTo(200);
        assertThat(send("PUT", path, body, "If-Match", "\"0\"").statusCode()).isEqualTo(412);
    }

    @Test
    void pagesFollowTheCursorToTheEnd() throws Exception {
        for (int i = 0; i < 5; i++) product("PAGE-" + i, 1);
        var seen = new ArrayList<Long>();
        Long after = 0L;
        while (after != null) {
            var page = json.readValue(send("GET", "/api/products?size=2&after=" + after, null).body(), ProductPage.class);
            page.items().forEach(p -> seen.add(p.id()));
            after = page.next();
        }
        assertThat(seen).isSorted().doesNotHaveDuplicates().hasSameSizeAs(products.findAll());
    }

    @Test
    void tenRetriesAtOnceMakeOneOrder() throws Exception {
        Product mug = product("IDEM-1", 10);
        Customer ada = customer("Ada");
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            var calls = Collections.nCopies(10, (Callable<HttpResponse<String>>) () ->
                    order(ada, "cart-17", line(mug.id, 3)));
            var ids = new HashSet<String>();
            for (var done : pool.invokeAll(calls)) {
                assertThat(done.get().statusCode()).isEqualTo(201);
                ids.add(done.get().headers().firstValue("Location").orElseThrow());
            }
            assertThat(ids).hasSize(1);
        }
        assertThat(products.findById(mug.id).orElseThrow().stock).isEqualTo(7);
        assertThat(order(ada, "cart-17", line(mug.id, 4)).statusCode()).isEqualTo(422);
        var refused = order(ada, "cart-18", line(mug.id, 8));
        assertThat(refused.statusCode()).isEqualTo(409);
        show("out-of-stock.txt", refused, "Content-Type");
    }

    // #region opposite
    @Test
    void ordersThatNameProductsInOppositeSequenceDoNotDeadlock() throws Exception {
        long a = product("OPP-A", 1000).id;
        long b = product("OPP-B", 1000).id;
        var customer = customer("Opposite");
        try (var pool = Executors.newFixedThreadPool(8)) {
            var answers = new ArrayList<Future<Integer>>();
            for (int i = 0; i < 100; i++) {
                String lines = i % 2 == 0 ? line(a, 1) + "," + line(b, 1) : line(b, 1) + "," + line(a, 1);
                String key = "opposite-" + i;
                answers.add(pool.submit(() -> order(customer, key, lines).statusCode()));
            }
            for (var answer : answers) assertThat(answer.get()).isEqualTo(201);
        }
    }
    // #endregion opposite

    @Test
    void anOrderLoadsAllItsProductsInOneStatement() throws Exception {
        Customer ada = customer("Ada");
        var lines = new ArrayList<String>();
        var counts = new ArrayList<Long>();
        var statistics = factory.unwrap(SessionFactory.class).getStatistics();
        for (int n = 1; n <= 3; n++) {
            lines.add(line(product("LINES-" + n, 9).id, 1));
            statistics.clear();
            assertThat(order(ada, "lines-" + n, String.join(",", lines)).statusCode()).isEqualTo(201);
            counts.add(statistics.getPrepareStatementCount());
        }
        // Each further line takes stock and is inserted: two statements, no third that loads its product.
        assertThat(counts.get(1) - counts.get(0)).isEqualTo(2);
        assertThat(counts.get(2) - counts.get(1)).isEqualTo(2);
    }

    @Test
    void anOrderForSomethingUnknownSaysWhat() throws Exception {
        var customer = customer("Unknown");
        var product = order(customer, "unknown-1", line(999_999, 1));
        assertThat(product.statusCode()).isEqualTo(422);
        assertThat(product.body()).contains("no product 999999");
        var nobody = new Customer("Nobody", "nobody@example.com");
        nobody.id = 999_999L;
        var stranger = order(nobody, "unknown-2", line(1, 1));
        assertThat(stranger.statusCode()).isEqualTo(422);
        assertThat(stranger.body()).contains("no customer 999999");
        assertThat(order(customer, "", line(1, 1)).statusCode()).isEqualTo(400);
    }

    @Test
    void graphQlLoadsAllCustomersInOneStatement() throws Exception {
        Product mug = product("GQL-1", 100);
        for (String name : List.of("Ada", "Linus", "Grace")) {
            Customer who = customer(name);
            for (int i = 0; i < 2; i++) order(who, name + i, line(mug.id, 1));
        }
        var statistics = factory.unwrap(SessionFactory.class).getStatistics();
        statistics.clear();
        var answer = graph("{ orders(first: 6) { id status customer { name } } }");
        assertThat(answer.body()).contains("Grace").doesNotContain("errors");
        assertThat(statistics.getPrepareStatementCount()).isEqualTo(2);
        assertThat(graph("{ product(id: " + mug.id + ") { price } }").body()).contains("\"price\":\"12.50\"");
        show("graphql-error.txt", graph("{ product(id: 1) { weight } }"), "Content-Type");
        show("graphql-orders.txt", graph("{ orders(first: 2) { id customer { name } } }"), "Content-Type");
    }

    @Test
    void grpcReservesAndReportsStatusCodes() {
        product("RPC-1", 4);
        var channel = ManagedChannelBuilder.forAddress("localhost",
                grpc.getPort()).usePlaintext().build();
        var fresh = InventoryGrpc.newBlockingStub(channel).withDeadlineAfter(20, TimeUnit.SECONDS);
        assertThat(fresh.watch(WatchRequest.newBuilder().addSkus("RPC-1").build()).next().getStock()).isEqualTo(4);
        // #region client
        var shared = InventoryGrpc.newBlockingStub(channel);
        var request = ReserveRequest.newBuilder()
                .setSku("RPC-1").setQuantity(3).build();
        var reply = shared.withDeadlineAfter(2, TimeUnit.SECONDS).reserve(request);
        // #endregion client
        assertThat(reply.getLeft()).isEqualTo(1);
        assertThatThrownBy(() -> {
            var stale = shared.withDeadlineAfter(10, TimeUnit.MILLISECONDS);
            Thread.sleep(20);
            stale.reserve(request);
        }).hasMessageContaining("DEADLINE_EXCEEDED");
        assertThatThrownBy(() -> fresh.reserve(ReserveRequest.newBuilder().setSku("RPC-1").setQuantity(3).build()))
                .isInstanceOf(StatusRuntimeException.class).hasMessageContaining("FAILED_PRECONDITION");
        assertThatThrownBy(() -> fresh.reserve(ReserveRequest.newBuilder().setSku("RPC-1").setQuantity(-3).build()))
                .hasMessageContaining("INVALID_ARGUMENT");
        channel.shutdownNow();
    }

    @Test
    void protobufIsSmallerThanJson() throws Exception {
        var view = new ProductView(42, "MUG-1", "Blue mug", new BigDecimal("12.50"), 40);
        var message = ProductMessage.newBuilder().setId(42).setSku("MUG-1").setName("Blue mug")
                .setPriceCents(1250).setStock(40).build();
        String text = json.writeValueAsString(view);
        Files.createDirectories(Path.of("target/output"));
        Files.writeString(Path.of("target/output/sizes.txt"), text + "\nJSON      " + text.length()
                + " bytes\nProtobuf  " + message.getSerializedSize() + " bytes\n");
        assertThat(message.getSerializedSize()).isLessThan(text.length() / 2);
    }

    // #region contract
    @Test
    void theContractAndTheCodeNameTheSameOperations() throws Exception {
        Map<String, Map<String, Map<String, Object>>> contract =
                new Yaml().load(Files.readString(Path.of("openapi.yaml")));
        var written = new TreeSet<String>();
        contract.get("paths").forEach((path, operations) ->
                operations.keySet().forEach(method ->
                        written.add(method.toUpperCase() + " " + path)));

        var served = new TreeSet<String>();
        mappings.getHandlerMethods().keySet().forEach(info -> info
                .getPatternValues().stream()
                .filter(path -> path.startsWith("/api/"))
                .forEach(path -> info.getMethodsCondition().getMethods()
                        .forEach(method -> served.add(method + " " + path))));
        assertThat(served).isEqualTo(written);
    }
    // #endregion contract
}
