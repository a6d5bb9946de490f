import com.sun.net.httpserver.HttpServer;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;

/** One server that freezes for two seconds, measured by two load generators. Run: java OpenAndClosed.java */
public class OpenAndClosed {
  static final int SECONDS = 8;
  static final HttpClient http = HttpClient.newHttpClient();
  static volatile long started;
  static HttpRequest request;

  public static void main(String[] args) throws Exception {
    HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 1000);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/api/products", exchange -> {
      long now = millis();
      boolean frozen = now >= 3000 && now < 5000; // say, a long garbage collection or a lock
      sleep(frozen ? 5000 - now : 5);
      exchange.sendResponseHeaders(204, -1);
      exchange.close();
    });
    server.start();
    request = HttpRequest.newBuilder(
        URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/api/products")).build();
    started = System.nanoTime();
    for (int i = 0; i < 50; i++) send(new ConcurrentLinkedQueue<>()); // warm up

    report("closed, 1 user", closed());
    report("open, 100 per second", open());
    server.stop(0);
  }

  // #region models
  static ConcurrentLinkedQueue<Long> closed() {
    var times = new ConcurrentLinkedQueue<Long>();
    started = System.nanoTime();
    while (millis() < SECONDS * 1000) {
      send(times); // the next request waits for this answer
      sleep(4);
    }
    return times;
  }

  static ConcurrentLinkedQueue<Long> open() {
    var times = new ConcurrentLinkedQueue<Long>();
    try (var users = Executors.newVirtualThreadPerTaskExecutor()) {
      started = System.nanoTime();
      for (int i = 0; i < SECONDS * 100; i++) {
        // Customers arrive on schedule, whatever the server does.
        sleep(i * 10L - millis());
        users.submit(() -> send(times));
      }
    }
    return times;
  }
  // #endregion models

  static void send(ConcurrentLinkedQueue<Long> times) {
    long start = System.nanoTime();
    try {
      http.send(request, BodyHandlers.discarding());
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
    times.add((System.nanoTime() - start) / 1_000_000);
  }

  static void report(String name, ConcurrentLinkedQueue<Long> queue) {
    List<Long> times = queue.stream().sorted().toList();
    System.out.printf("%-21s %4d requests   p50 %4d ms   p95 %4d ms   p99 %4d ms   max %4d ms%n", name,
        times.size(), at(times, 50), at(times, 95), at(times, 99), times.getLast());
  }

  static long at(List<Long> sorted, int percent) {
    return sorted.get((int) Math.ceil(sorted.size() * percent / 100.0) - 1);
  }

  static long millis() {
    return (System.nanoTime() - started) / 1_000_000;
  }

  static void sleep(long ms) {
    try {
      Thread.sleep(Math.max(0, ms));
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
