package shop.reactive;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Forty requests at once, each of which waits 100 ms. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Import(EventLoopTest.Waiting.class)
class EventLoopTest {

    @RestController
    @TestConfiguration(proxyBeanMethods = false)
    static class Waiting {

        // #region waiting
        @GetMapping("/sleeping")
        Mono<String> sleeping() throws InterruptedException {
            Thread.sleep(100);                                  // holds the event loop
            return Mono.just(Thread.currentThread().getName());
        }

        @GetMapping("/delaying")
        Mono<String> delaying() {
            return Mono.delay(Duration.ofMillis(100))
                    .map(x -> Thread.currentThread().getName());
        }

        @GetMapping("/moved")
        Mono<String> moved() {
            return Mono.fromCallable(() -> {
                Thread.sleep(100);                              // a driver that blocks
                return Thread.currentThread().getName();
            }).subscribeOn(Schedulers.boundedElastic());
        }
        // #endregion waiting

        @GetMapping("/block")
        String block() {
            try {
                return Mono.delay(Duration.ofMillis(10)).map(x -> "done").block();
            } catch (IllegalStateException refused) {
                return refused.toString();
            }
        }
    }

    @LocalServerPort int port;

    @Test
    void sleepingHoldsEverybodyUp() {
        measure("/delaying");
        long delaying = measure("/delaying");
        long sleeping = measure("/sleeping");
        long moved = measure("/moved");
        int loops = reactor.netty.resources.LoopResources.DEFAULT_IO_WORKER_COUNT;
        System.out.printf("event loops: %d%n", loops);
        System.out.printf("/delaying  40 requests in %4d ms%n", delaying);
        System.out.printf("/sleeping  40 requests in %4d ms%n", sleeping);
        System.out.printf("/moved     40 requests in %4d ms%n", moved);
        // However fast the machine is, the loops share 40 sleeps. How slow it is, nobody knows: no upper bound.
        assertThat(sleeping).isGreaterThanOrEqualTo(40 * 100 / loops - 10);
    }

    @Test
    void blockIsRefusedOnAnEventLoop() {
        String answer = WebClient.create("http://localhost:" + port).get().uri("/block")
                .retrieve().bodyToMono(String.class).block();
        assertThat(answer).startsWith("java.lang.IllegalStateException: block()");
    }

    private long measure(String path) {
        WebClient client = WebClient.create("http://localhost:" + port);
        long start = System.nanoTime();
        Flux.range(0, 40)
                .flatMap(i -> client.get().uri(path).retrieve().bodyToMono(String.class), 40)
                .blockLast();
        return (System.nanoTime() - start) / 1_000_000;
    }
}
