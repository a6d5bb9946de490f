package shop.formats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.Test;

class ServerTest {

    private static Optional<String> check(byte[] body) {
        var problems = OrderSchema.problems(new String(body, StandardCharsets.UTF_8));
        return problems.isEmpty() ? Optional.empty() : Optional.of(JsonOrders.STRICT.writeValueAsString(
                Map.of("title", "The order does not fit its schema", "status", 422, "errors", problems)));
    }

    private static HttpResponse<String> call(int port, String path, String method, String type, String body)
            throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                    .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
            if (type != null) {
                request.header("Content-Type", type);
            }
            return client.send(request.build(), BodyHandlers.ofString());
        }
    }

    @Test
    void statusesFitTheRequests() throws Exception {
        String order = java.nio.file.Files.readString(Path.of("data/order.json"));
        String bad = java.nio.file.Files.readString(Path.of("data/bad-order.json"));
        try (ShopServer shop = new ShopServer(0, ServerTest::check)) {
            int p = shop.port();
            assertEquals(200, call(p, "/api/products/1", "GET", null, null).statusCode());
            assertEquals(404, call(p, "/api/products/9", "GET", null, null).statusCode());
            assertEquals(404, call(p, "/api/productsX", "GET", null, null).statusCode());
            assertEquals(404, call(p, "/", "GET", null, null).statusCode());
            var notAllowed = call(p, "/api/products/1", "DELETE", null, null);
            assertEquals(405, notAllowed.statusCode());
            assertEquals("GET, HEAD", notAllowed.headers().firstValue("Allow").orElseThrow());
            assertEquals(415, call(p, "/api/orders", "POST", "text/plain", order).statusCode());
            assertEquals(422, call(p, "/api/orders", "POST", "application/json", bad).statusCode());
            assertEquals(413, call(p, "/api/orders", "POST", "application/json", " ".repeat(70_000)).statusCode());
            var created = call(p, "/api/orders", "POST", "application/json; charset=utf-8", order);
            assertEquals(201, created.statusCode());
            String location = created.headers().firstValue("Location").orElseThrow();
            assertEquals(order, call(p, location, "GET", null, null).body());
        }
    }

    private static long fiveSlowRequests(boolean virtualThreads) throws Exception {
        HttpServer http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        http.createContext("/slow", exchange -> {
            try (exchange) {
                Thread.sleep(200);
                exchange.sendResponseHeaders(204, -1);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        if (virtualThreads) {
            http.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        }
        http.start();
        var request = HttpRequest.newBuilder(
                URI.create("http://localhost:" + http.getAddress().getPort() + "/slow")).build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            long start = System.nanoTime();
            CompletableFuture.allOf(Stream.generate(() -> client.sendAsync(request, BodyHandlers.discarding()))
                    .limit(5).toArray(CompletableFuture[]::new)).join();
            return (System.nanoTime() - start) / 1_000_000;
        } finally {
            http.stop(0);
        }
    }

    @Test
    void withoutAnExecutorRequestsQueueUp() throws Exception {
        long alone = fiveSlowRequests(false);
        long together = fiveSlowRequests(true);
        System.out.println("SLOW " + alone + " ms, " + together + " ms");
        assertTrue(alone >= 1000, "one after the other");
        assertTrue(together < 900, "at the same time");
    }

    @Test
    void anExceptionThatEscapesClosesTheConnection() throws Exception {
        HttpServer http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        http.createContext("/bare", exchange -> {
            throw new IllegalStateException("bug");
        });
        http.createContext("/guarded", ShopServer.guarded(exchange -> {
            throw new IllegalStateException("bug");
        }));
        http.start();
        try {
            int port = http.getAddress().getPort();
            assertThrows(IOException.class, () -> call(port, "/bare", "GET", null, null));
            assertEquals(500, call(port, "/guarded", "GET", null, null).statusCode());
        } finally {
            http.stop(0);
        }
    }
}
