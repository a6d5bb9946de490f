package shop.formats;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;

/** A small HTTP server from the JDK alone. Start it with: java ShopServer.java 8080 */
public final class ShopServer implements AutoCloseable {

    private static final int MAX_BODY = 64 * 1024;
    private static final String JSON = "application/json";
    private static final String NDJSON = "application/x-ndjson";

    private final Map<Long, String> products = new ConcurrentSkipListMap<>(Map.of(
            1L, "{\"id\":1,\"sku\":\"MUG-1\",\"name\":\"Mug\",\"price\":12.50,\"stock\":7}",
            2L, "{\"id\":2,\"sku\":\"TEA-7\",\"name\":\"Green tea\",\"price\":4.50,\"stock\":31}",
            3L, "{\"id\":3,\"sku\":\"PEN-3\",\"name\":\"Pen\",\"price\":1.20,\"stock\":120}"));
    private final Map<Long, byte[]> orders = new ConcurrentHashMap<>();
    private final AtomicLong nextOrder = new AtomicLong(4711);
    private final Function<byte[], Optional<String>> orderCheck;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpServer http;

    /** orderCheck returns a Problem Details document for a body that is refused. */
    // #region start
    ShopServer(int port, Function<byte[], Optional<String>> orderCheck)
            throws IOException {
        this.orderCheck = orderCheck;
        var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        http = HttpServer.create(address, 0);
        http.createContext("/api/products", guarded(this::products));
        http.createContext("/api/orders", guarded(this::orders));
        http.createContext("/", guarded(x -> problem(x, 404, "No such address")));
        http.setExecutor(threads);       // without this line: one request at a time
        http.start();
    }

    static HttpHandler guarded(HttpHandler handler) {
        return exchange -> {
            try {
                handler.handle(exchange);
            } catch (RuntimeException e) {
                System.err.println("failed: " + exchange.getRequestURI() + " " + e);
                if (exchange.getResponseCode() == -1) {        // nothing sent yet
                    problem(exchange, 500, "Something broke on our side");
                }
            } finally {
                exchange.close();
            }
        };
    }
    // #endregion start

    private void products(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        if (path.equals("/api/products/import")) {
            importProducts(exchange);
            return;
        }
        if (!allow(exchange, "GET", "HEAD")) {
            return;
        }
        if (path.equals("/api/products")) {
            String accept = Optional.ofNullable(exchange.getRequestHeaders().getFirst("Accept")).orElse("*/*");
            if (accept.contains(NDJSON)) {
                stream(exchange);
            } else {
                send(exchange, 200, JSON, "[" + String.join(",", products.values()) + "]");
            }
            return;
        }
        String product = id(path, "/api/products/").map(products::get).orElse(null);
        if (product == null) {
            problem(exchange, 404, "No such product");
        } else {
            send(exchange, 200, JSON, product);
        }
    }

    // #region orders
    private void orders(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        byte[] stored = id(path, "/api/orders/").map(orders::get).orElse(null);
        if (stored != null && allow(exchange, "GET", "HEAD")) {
            send(exchange, 200, JSON, new String(stored, StandardCharsets.UTF_8));
        } else if (stored == null && !path.equals("/api/orders")) {
            problem(exchange, 404, "No such order");
        } else if (stored == null && allow(exchange, "POST")) {
            String type = exchange.getRequestHeaders().getFirst("Content-Type");
            if (type == null
                    || !type.split(";")[0].strip().equalsIgnoreCase(JSON)) {
                problem(exchange, 415, "Send application/json");
                return;
            }
            byte[] body = exchange.getRequestBody().readNBytes(MAX_BODY + 1);
            Optional<String> refused =
                    body.length > MAX_BODY
                            ? Optional.empty()
                            : orderCheck.apply(body);
            if (body.length > MAX_BODY) {
                problem(exchange, 413, "At most 64 KiB");
            } else if (refused.isPresent()) {
                send(exchange, 422, "application/problem+json", refused.get());
            } else {
                long id = nextOrder.getAndIncrement();
                orders.put(id, body);
                exchange.getResponseHeaders().set("Location", "/api/orders/" + id);
                send(exchange, 201, JSON, "{\"id\":" + id + "}");
            }
        }
    }
    // #endregion orders

    private void stream(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", NDJSON);
        exchange.sendResponseHeaders(200, 0);                  // 0: length unknown, send in chunks
        try (var out = exchange.getResponseBody()) {
            for (String product : products.values()) {
                out.write((product + "\n").getBytes(StandardCharsets.UTF_8));
                out.flush();                                   // the client can start now
            }
        }
    }

    private void importProducts(HttpExchange exchange) throws IOException {
        if (!allow(exchange, "POST")) {
            return;
        }
        try (InputStream in = exchange.getRequestBody()) {
            long lines = new String(in.readNBytes(MAX_BODY), StandardCharsets.UTF_8).lines().count();
            send(exchange, 200, JSON, "{\"lines\":" + lines + "}");
        }
    }

    private static Optional<Long> id(String path, String prefix) {
        String rest = path.startsWith(prefix) ? path.substring(prefix.length()) : "";
        return rest.matches("[0-9]{1,18}") ? Optional.of(Long.valueOf(rest)) : Optional.empty();
    }

    private static boolean allow(HttpExchange exchange, String... methods) throws IOException {
        if (List.of(methods).contains(exchange.getRequestMethod())) {
            return true;
        }
        exchange.getResponseHeaders().set("Allow", String.join(", ", methods));
        problem(exchange, 405, "Method not allowed");
        return false;
    }

    private static void problem(HttpExchange exchange, int status, String title) throws IOException {
        send(exchange, status, "application/problem+json",
                "{\"title\":\"" + title + "\",\"status\":" + status + "}");
    }

    // #region send
    private static void send(
            HttpExchange exchange, int status, String type, String text)
            throws IOException {
        // Bytes, not characters, are counted.
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        if (exchange.getRequestMethod().equals("HEAD")) {
            exchange.getResponseHeaders()
                    .set("Content-Length", String.valueOf(body.length));
            exchange.sendResponseHeaders(status, -1);   // -1: no body at all
        } else {
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
        }
    }
    // #endregion send

    int port() {
        return http.getAddress().getPort();
    }

    @Override
    public void close() {
        http.stop(0);
        threads.close();
    }

    public static void main(String[] args) throws IOException {
        int port = args.length > 0 ? Integer.parseInt(args[0]) : 8080;
        ShopServer server = new ShopServer(port, body -> Optional.empty());
        System.out.println("http://localhost:" + server.port());
    }
}
