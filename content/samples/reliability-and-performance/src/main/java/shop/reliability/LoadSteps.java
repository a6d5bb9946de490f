package shop.reliability;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;

/**
 * Raises the load in steps against a server with five database connections, each held 25 ms on average: at most 200 a
 * second. With an argument it only serves on that port, for another load generator.
 */
public class LoadSteps {
  public static void main(String[] args) throws Exception {
    int port = args.length > 0 ? Integer.parseInt(args[0]) : 0;
    HttpServer server = productServer(port);
    if (args.length > 0) return;
    var request = HttpRequest.newBuilder(
        URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/api/products")).build();
    try (var http = HttpClient.newHttpClient()) {
      Runnable call = () -> send(http, request);
      OpenLoad.run(80, Duration.ofSeconds(2), call); // warm-up, thrown away
      System.out.println("offered/s  p50 ms  p99 ms  max ms  open requests  rate x mean time");
      // #region steps
      for (int rate : new int[] {50, 100, 150, 180, 220}) {
        var r = OpenLoad.run(rate, Duration.ofSeconds(3), call);
        double mean = r.times().getMean() / 1e6; // seconds
        System.out.printf("%9d %7.0f %7.0f %7.0f %14.1f %17.1f%n", rate,
            r.times().getValueAtPercentile(50) / 1e3, r.times().getValueAtPercentile(99) / 1e3,
            r.times().getMaxValue() / 1e3, r.meanInFlight(), r.done() / r.seconds() * mean);
      }
      // #endregion steps
    }
    server.stop(0);
  }

  static HttpServer productServer(int port) throws IOException {
    HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", port), 1000);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    var connections = new Semaphore(5, true);
    server.createContext("/api/products", exchange -> {
      connections.acquireUninterruptibly();
      LockSupport.parkNanos((long) (-25e6 * Math.log(1 - ThreadLocalRandom.current().nextDouble())));
      connections.release();
      exchange.sendResponseHeaders(204, -1);
      exchange.close();
    });
    server.start();
    return server;
  }

  private static void send(HttpClient http, HttpRequest request) {
    try {
      http.send(request, BodyHandlers.discarding());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
