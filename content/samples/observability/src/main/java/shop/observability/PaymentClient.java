package shop.observability;

import java.math.BigDecimal;
import java.util.Map;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;

@Component
class PaymentClient {

    private final RestClient http;
    private final ObservationRegistry observations;

    // #region capture
    PaymentClient(RestClient.Builder builder, ObservationRegistry observations,
            @Value("${shop.payment-url}") String url) {
        this.http = builder.baseUrl(url).build();
        this.observations = observations;
    }

    void capture(long orderId, BigDecimal amount) {
        Observation.createNotStarted("payment.capture", observations)
                .lowCardinalityKeyValue("method", "card")
                .highCardinalityKeyValue("order.id", Long.toString(orderId))
                .observe(() -> http.post().uri("/payment/charges")
                        .body(Map.of("orderId", orderId, "amount", amount))
                        .retrieve().toBodilessEntity());
    }
    // #endregion capture
}
