package shop.reactive;

import java.math.BigDecimal;
import java.time.Duration;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/** Reads a supplier's price file and turns every price into euro. */
public class PriceImport {

    /** A remote service: one rate, some time later, or an error. */
    public interface Rates {
        Mono<BigDecimal> toEuro(String currency);
    }

    private final Rates rates;

    public PriceImport(Rates rates) {
        this.rates = rates;
    }

    // #region pipeline
    Flux<PriceChange> changes(Flux<String> lines) {
        return lines
                .filter(line -> !line.isBlank())
                .map(PriceChange::parse)
                .flatMap(this::converted, 4);      // at most four calls under way
    }

    private Mono<PriceChange> converted(PriceChange change) {
        return rates.toEuro(change.currency())
                .timeout(Duration.ofMillis(500))
                .retryWhen(Retry.backoff(2, Duration.ofMillis(100)))
                .map(change::inEuro);
    }
    // #endregion pipeline
}
