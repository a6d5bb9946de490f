package shop.reactive;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

class PriceImportTest {

    // #region virtual-time
    @Test
    void aSilentRateServiceIsAskedThreeTimes() {
        AtomicInteger calls = new AtomicInteger();
        PriceImport.Rates silent = currency -> Mono.defer(() -> {
            calls.incrementAndGet();
            return Mono.never();
        });

        var lines = Flux.just("mug;10.00;USD");
        StepVerifier.withVirtualTime(() -> new PriceImport(silent).changes(lines))
                .expectSubscription()
                .thenAwait(Duration.ofMinutes(1))
                .verifyErrorMatches(
                        e -> e.getMessage().startsWith("Retries exhausted"));
        assertThat(calls).hasValue(3);
    }
    // #endregion virtual-time

    @Test
    void convertsAndSkipsEmptyLines() {
        var prices = new PriceImport(currency -> Mono.just(new BigDecimal("0.90")));
        StepVerifier.create(prices.changes(Flux.just("mug;10.00;USD", "", "pen;2.00;USD")))
                .expectNext(new PriceChange("mug", new BigDecimal("9.00"), "EUR"))
                .expectNext(new PriceChange("pen", new BigDecimal("1.80"), "EUR"))
                .verifyComplete();
    }

    @Test
    void neverMoreThanFourCallsAndDemandFollows() {
        AtomicInteger running = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        var demand = new java.util.concurrent.ConcurrentLinkedQueue<Long>();
        PriceImport.Rates slow = currency -> Mono.fromSupplier(() -> {
            most.accumulateAndGet(running.incrementAndGet(), Math::max);
            return BigDecimal.ONE;
        }).delayElement(Duration.ofMillis(5)).doOnNext(r -> running.decrementAndGet());

        Flux<String> lines = Flux.fromStream(LongStream.range(0, 40).mapToObj(n -> n + ";1.00;USD"))
                .doOnRequest(demand::add);
        StepVerifier.withVirtualTime(() -> new PriceImport(slow).changes(lines))
                .thenAwait(Duration.ofSeconds(1)).expectNextCount(40).verifyComplete();
        assertThat(most.get()).isLessThanOrEqualTo(4);
        assertThat(demand.peek()).isEqualTo(4L);
    }

    // #region forgotten
    @Test
    void aMonoThatNobodySubscribesToDoesNothing() {
        AtomicInteger mails = new AtomicInteger();
        Mono<Void> mail = Mono.fromRunnable(mails::incrementAndGet);

        Flux.just("mug", "pen").doOnNext(sku -> { var forgotten = mail; }).blockLast();
        assertThat(mails).hasValue(0);

        Flux.just("mug", "pen").concatMap(sku -> mail).blockLast();
        assertThat(mails).hasValue(2);
    }
    // #endregion forgotten
}
