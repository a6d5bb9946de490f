package shop.reactive;

import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;

/** The two remote services behind a product page. */
@Component
public class Partners {

    private final WebClient http;
    private final Duration patience;

    public Partners(WebClient.Builder builder, @Value("${shop.partners}") String url,
            @Value("${shop.patience}") Duration patience) {
        this.http = builder.baseUrl(url).build();
        this.patience = patience;
    }

    // #region webclient
    Mono<Stock> stock(String sku) {
        return http.get().uri("/stock/{sku}", sku)
                .retrieve()
                .bodyToMono(Integer.class)
                .timeout(patience)
                .map(free -> new Stock(sku, free, true))
                .onErrorReturn(Stock.unknown(sku));
    }
    // #endregion webclient

    Mono<Double> rating(String sku) {
        return http.get().uri("/rating/{sku}", sku)
                .retrieve()
                .bodyToMono(Double.class)
                .timeout(patience)
                .onErrorReturn(0.0);
    }
}
