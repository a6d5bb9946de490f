package shop.payment;

import java.math.BigDecimal;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.MediaType;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import shop.messaging.TryAgainLater;

/** The card company over HTTP. Whatever is no clear answer counts as none. */
@Component
class HttpPaymentProvider implements PaymentProvider {
    record Charge(String status) {}

    private final RestClient http;

    HttpPaymentProvider(@Value("${shop.payment.url}") String url,
                        @Value("${shop.payment.read-timeout:3s}") Duration readTimeout) {
        var requests = new JdkClientHttpRequestFactory(
                HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build());
        requests.setReadTimeout(readTimeout);
        this.http = RestClient.builder().baseUrl(url).requestFactory(requests).build();
    }

    @Override
    public Answer capture(String idempotencyKey, BigDecimal amount) {
        try {
            var charge = http.post().uri("/charges").header("Idempotency-Key", idempotencyKey)
                    .contentType(MediaType.APPLICATION_JSON).body(Map.of("amount", amount))
                    .retrieve().body(Charge.class);
            return Answer.valueOf(charge == null ? "" : charge.status());
        } catch (RestClientException | IllegalArgumentException e) {
            throw new TryAgainLater("no answer from the payment provider: " + e.getMessage());
        }
    }
}
