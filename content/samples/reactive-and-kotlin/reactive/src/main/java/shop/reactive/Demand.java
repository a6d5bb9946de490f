package shop.reactive;

import org.reactivestreams.Subscription;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.publisher.Flux;

/** A subscriber that takes two lines at a time and leaves after five. */
public final class Demand {

    public static void main(String[] args) {
        // #region demand
        Flux<String> lines = Flux.range(1, 1_000_000)
                .map(n -> "line " + n)
                .doOnRequest(n -> System.out.println("  request(" + n + ")"))
                .doOnCancel(() -> System.out.println("  cancel()"));
        System.out.println("described, nothing has run");

        lines.subscribe(new BaseSubscriber<String>() {
            private int seen;

            @Override
            protected void hookOnSubscribe(Subscription subscription) {
                request(2);
            }

            @Override
            protected void hookOnNext(String line) {
                System.out.println(line);
                if (++seen == 5) {
                    cancel();
                } else if (seen % 2 == 0) {
                    request(2);
                }
            }
        });
        // #endregion demand
    }

    private Demand() {
    }
}
