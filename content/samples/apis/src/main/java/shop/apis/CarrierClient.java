package shop.apis;

import java.math.BigDecimal;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Optional;
import org.springframework.core.retry.RetryException;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.HttpServerErrorException;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;

/** Asks the parcel carrier what a parcel costs. Its answer may take long, or never come. */
class CarrierClient {

    record Quote(String country, BigDecimal price) {}

    /** The carrier gave no usable answer in time; nothing is known about its price. */
    static class CarrierUnavailable extends RuntimeException {
        CarrierUnavailable(Throwable cause) {
            super("The carrier did not answer", cause);
        }
    }

    private final RestClient http;
    private final RetryTemplate retry;

    CarrierClient(RestClient http, RetryTemplate retry) {
        this.http = http;
        this.retry = retry;
    }

    // #region timeouts
    static RestClient http(String address) {
        var connections = HttpClient.newBuilder()
                // Until somebody takes the call.
                .connectTimeout(Duration.ofMillis(500))
                .build();
        var requests = new JdkClientHttpRequestFactory(connections);
        // Until the answer is there.
        requests.setReadTimeout(Duration.ofSeconds(1));
        return RestClient.builder()
                .baseUrl(address).requestFactory(requests).build();
    }
    // #endregion timeouts

    // #region retries
    static RetryTemplate retries() {
        return new RetryTemplate(RetryPolicy.builder()
                .includes(ResourceAccessException.class, // refused, reset, timeout
                        HttpServerErrorException.class)  // 5xx
                .maxRetries(2)                           // three calls at the most
                .delay(Duration.ofMillis(100)).multiplier(3) // 100 ms, then 300 ms,
                .jitter(Duration.ofMillis(50))           // a bit more or less
                .build());
    }
    // #endregion retries

    // #region quote
    /** Empty where the carrier does not deliver. */
    Optional<Quote> quote(String country, int grams) {
        try {
            return Optional.ofNullable(retry.execute(() -> http.get()
                    .uri("/quotes?country={country}&grams={grams}", country, grams)
                    .retrieve().body(Quote.class)));
        } catch (RetryException e) {
            var cause = e.getCause();
            if (cause instanceof HttpClientErrorException.NotFound)
                return Optional.empty();
            throw new CarrierUnavailable(cause);
        }
    }
    // #endregion quote
}
