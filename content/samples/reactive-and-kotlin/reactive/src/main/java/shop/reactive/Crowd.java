package shop.reactive;

import java.lang.management.ManagementFactory;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.RestClient;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

/** Many calls to a service that takes one second each, in three styles. */
public final class Crowd {

    public record Result(int answers, int failures, long millis, int platformThreads) {
    }

    static DisposableServer slowService(Duration delay) {
        return HttpServer.create().port(0)
                .route(routes -> routes
                        .get("/stock/{sku}", (in, out) -> out.header("Content-Type", "application/json")
                                .sendString(Mono.just("7").delayElement(delay)))
                        .get("/rating/{sku}", (in, out) -> out.header("Content-Type", "application/json")
                                .sendString(Mono.just("4.5").delayElement(delay))))
                .bindNow();
    }

    static RestClient restClient(String url, Duration timeout) {
        var jdk = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
                .executor(Executors.newVirtualThreadPerTaskExecutor()).build();
        var requests = new JdkClientHttpRequestFactory(jdk);
        requests.setReadTimeout(timeout);
        return RestClient.builder().baseUrl(url).requestFactory(requests).build();
    }

    // #region threads
    static Result withThreads(RestClient http, ExecutorService threads, int calls) throws Exception {
        long start = System.nanoTime();
        List<Future<Integer>> answers = new ArrayList<>();
        for (int i = 0; i < calls; i++) {
            answers.add(threads.submit(() ->
                    http.get().uri("/stock/mug").retrieve().body(Integer.class)));
        }
        for (Future<Integer> answer : answers) {
            answer.get();
        }
        return new Result(calls, 0, since(start), liveThreads());
    }
    // #endregion threads

    // #region webclient
    static Result withWebClient(WebClient http, int calls) {
        long start = System.nanoTime();
        AtomicInteger failures = new AtomicInteger();
        long answers = Flux.range(0, calls)
                .flatMap(i -> http.get().uri("/stock/mug").retrieve().bodyToMono(Integer.class)
                        .onErrorResume(e -> {
                            if (failures.getAndIncrement() == 0) {
                                System.out.println("  " + e.getMessage());
                            }
                            return Mono.empty();
                        }), calls)
                .count().block();
        return new Result((int) answers, failures.get(), since(start), liveThreads());
    }
    // #endregion webclient

    public static void main(String[] args) throws Exception {
        LoggingSystem.get(Crowd.class.getClassLoader()).setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.WARN);
        DisposableServer quick = slowService(Duration.ofMillis(10));
        DisposableServer service = slowService(Duration.ofSeconds(1));
        for (int i = 0; i < 10; i++) {                                 // warm up code and clients
            withWebClient(WebClient.create("http://localhost:" + quick.port()), 400);
            try (var warm = Executors.newVirtualThreadPerTaskExecutor()) {
                withThreads(restClient("http://localhost:" + quick.port(), Duration.ofMinutes(1)), warm, 400);
            }
        }
        quick.disposeNow();
        RestClient rest = restClient("http://localhost:" + service.port(), Duration.ofMinutes(1));
        WebClient web = WebClient.create("http://localhost:" + service.port());
        System.out.println("style               calls  answers  failed      ms  platform threads");
        print("WebClient", 1000, withWebClient(web, 1000));
        try (var virtual = Executors.newVirtualThreadPerTaskExecutor()) {
            print("virtual threads", 1000, withThreads(rest, virtual, 1000));
        }
        try (var pool = Executors.newFixedThreadPool(200)) {
            print("pool of 200", 1000, withThreads(rest, pool, 1000));
        }
        print("WebClient", 2000, withWebClient(web, 2000));
        service.disposeNow();
        System.exit(0);
    }

    private static void print(String style, int calls, Result r) {
        System.out.printf("%-18s %6d  %7d  %6d  %6d  %16d%n",
                style, calls, r.answers(), r.failures(), r.millis(), r.platformThreads());
    }

    private static long since(long start) {
        return (System.nanoTime() - start) / 1_000_000;
    }

    private static int liveThreads() {
        return ManagementFactory.getThreadMXBean().getThreadCount();
    }

    private Crowd() {
    }
}
