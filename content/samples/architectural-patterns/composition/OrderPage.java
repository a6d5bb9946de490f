import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;

/** One page from three services: the essential one must answer, the others may be late. */
public class OrderPage {

    static final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(Duration.ofMillis(300)).build();
    static final ConcurrentLinkedQueue<String> calls = new ConcurrentLinkedQueue<>();
    static String services;

    // #region compose
    static String page(long customer) {
        // Nothing works without the orders.
        var orders = List.of(get("/orders?customer=" + customer).join().split(","));

        // One call for all rows, and both at the same time.
        String ids = String.join(",", orders);
        var payments = get("/payments?orders=" + ids)
                .exceptionally(failure -> "not known right now");
        var parcels = get("/parcels?orders=" + ids)
                .exceptionally(failure -> "not known right now");

        return "orders:   " + orders
                + "\npayments: " + payments.join()
                + "\nparcels:  " + parcels.join();
    }

    static CompletableFuture<String> get(String path) {
        var request = HttpRequest.newBuilder(URI.create(services + path))
                .timeout(Duration.ofMillis(800)).build();
        var answers = http.sendAsync(request, BodyHandlers.ofString());
        return answers.thenApply(answer -> {
            if (answer.statusCode() != 200) throw new IllegalStateException(path);
            return answer.body();
        });
    }
    // #endregion compose

    public static void main(String[] args) throws IOException {
        var server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        services = "http://127.0.0.1:" + server.getAddress().getPort();
        server.createContext("/orders", exchange -> answer(exchange, 0, "42,41,38"));
        server.createContext("/payments", exchange -> answer(exchange, 0, "[CAPTURED, CAPTURED, FAILED]"));
        server.createContext("/parcels", exchange -> answer(exchange, 5_000, "never in time"));
        server.start();
        try {
            System.out.println(page(7));
            System.out.println("calls:    " + calls.size());
        } finally {
            server.stop(0);
        }
        System.exit(0);
    }

    static void answer(HttpExchange exchange, long wait, String body) throws IOException {
        calls.add(exchange.getRequestURI().toString());
        try {
            Thread.sleep(wait);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        exchange.sendResponseHeaders(200, body.length());
        exchange.getResponseBody().write(body.getBytes());
        exchange.close();
    }
}
