package shop.scale;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.core.IntervalFunction;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import java.math.BigDecimal;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.http.MediaType;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.HttpServerErrorException;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;

/** Calls the payment provider with a timeout, a few retries and a circuit breaker. */
public class PaymentClient {

    private static final Set<Integer> OVERLOAD = Set.of(408, 429);

    private final RestClient http;
    private final CircuitBreaker breaker;
    private final Retry retry;

    public PaymentClient(RestClient http, CircuitBreakerConfig breaker, RetryConfig retry) {
        this.http = http;
        this.breaker = CircuitBreaker.of("payment", breaker);
        this.retry = Retry.of("payment", retry);
    }

    // #region timeout
    static RestClient httpClient(String baseUrl) {
        var jdk = HttpClient.newBuilder()
                .connectTimeout(Duration.ofMillis(300))
                .build();
        var requests = new JdkClientHttpRequestFactory(jdk);
        requests.setReadTimeout(Duration.ofSeconds(1));
        return RestClient.builder()
                .baseUrl(baseUrl)
                .requestFactory(requests)
                .build();
    }
    // #endregion timeout

    // #region retry
    static RetryConfig retryPolicy() {
        return RetryConfig.custom()
                .maxAttempts(3)
                .intervalFunction(IntervalFunction.ofExponentialRandomBackoff(
                        Duration.ofMillis(200), 2.0, 0.5))
                .retryExceptions(
                        ResourceAccessException.class,   // timeout, refused, reset
                        HttpServerErrorException.class)  // 5xx
                .build();
    }
    // #endregion retry

    // #region breaker
    static CircuitBreakerConfig breakerPolicy() {
        return CircuitBreakerConfig.custom()
                .slidingWindowSize(20)                // last 20 calls
                .minimumNumberOfCalls(10)             // no verdict before that
                .failureRateThreshold(50)             // percent
                .slowCallDurationThreshold(Duration.ofMillis(800))
                .slowCallRateThreshold(80)
                .waitDurationInOpenState(Duration.ofSeconds(10))
                .permittedNumberOfCallsInHalfOpenState(3)
                .ignoreException(PaymentClient::isOurFault)
                .build();
    }

    /** A 4xx, such as a declined card; 408 and 429 tell of the other's load. */
    static boolean isOurFault(Throwable e) {
        return e instanceof HttpClientErrorException refused
                && !OVERLOAD.contains(refused.getStatusCode().value());
    }
    // #endregion breaker

    // #region call
    public void capture(long orderId, BigDecimal amount, UUID idempotencyKey) {
        Supplier<Void> call = () -> {
            http.post().uri("/payments")
                    .header("Idempotency-Key", idempotencyKey.toString())
                    .contentType(MediaType.APPLICATION_JSON)
                    .body(Map.of("orderId", orderId, "amount", amount))
                    .retrieve().toBodilessEntity();
            return null;
        };
        var guarded = CircuitBreaker.decorateSupplier(breaker, call);
        Retry.decorateSupplier(retry, guarded).get();
    }
    // #endregion call

    CircuitBreaker.State state() {
        return breaker.getState();
    }
}
