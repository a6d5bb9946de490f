package shop.failure;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A payment service that can fail in three ways; its caller cannot tell them apart. */
public final class PaymentServer implements AutoCloseable {

    public enum Fault { NONE, REQUEST_LOST, ANSWER_LOST, SLOW }

    private final Map<String, String> ledger = new ConcurrentHashMap<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpServer server;
    private volatile Fault fault = Fault.NONE;

    public PaymentServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
        server.setExecutor(threads);
        server.createContext("/payments/", this::handle);
        server.start();
    }

    private void handle(HttpExchange exchange) throws IOException {
        String[] path = exchange.getRequestURI().getPath().split("/");
        String status = switch (path[path.length - 1]) {
            case "capture" -> capture(path[2]);
            case "void" -> close(path[2]);
            default -> ledger.getOrDefault(path[2], "NOT_FOUND");
        };
        exchange.sendResponseHeaders(200, status.length());
        try (var body = exchange.getResponseBody()) {
            body.write(status.getBytes());
        }
    }

    private String capture(String order) {
        Fault now = fault;
        if (now == Fault.REQUEST_LOST) {
            sleep(3_000);
            return "LOST";
        }
        if (now == Fault.SLOW) {
            sleep(1_500);
        }
        String status = book(order);
        if (now == Fault.ANSWER_LOST) {
            sleep(3_000);
        }
        return status;
    }

    // #region tombstone
    private String book(String order) {
        String earlier = ledger.putIfAbsent(order, "CAPTURED");
        return earlier == null ? "CAPTURED" : earlier;
    }

    /**
     * Asks for the final word: whichever of
     * book and close comes first decides, once.
     */
    private String close(String order) {
        String earlier = ledger.putIfAbsent(order, "VOIDED");
        return earlier == null ? "VOIDED" : earlier;
    }
    // #endregion tombstone

    public void fault(Fault fault) {
        this.fault = fault;
    }

    public String ledger(String order) {
        return ledger.get(order);
    }

    public int port() {
        return server.getAddress().getPort();
    }

    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
