package shop.scale;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import java.math.BigDecimal;
import java.util.UUID;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.HttpServerErrorException;
import org.springframework.web.client.ResourceAccessException;

/** The step of the payment worker: an order stays open when the payment provider cannot be reached. */
public class Checkout {

    public enum Outcome { PAID, PAYMENT_PENDING }

    private final PaymentClient payments;

    public Checkout(PaymentClient payments) {
        this.payments = payments;
    }

    // #region fallback
    public Outcome pay(long orderId, BigDecimal amount, UUID idempotencyKey) {
        try {
            payments.capture(orderId, amount, idempotencyKey);
            return Outcome.PAID;
        } catch (CallNotPermittedException e) {
            return Outcome.PAYMENT_PENDING;            // not sent, or earlier tries
        } catch (ResourceAccessException | HttpServerErrorException e) {
            return Outcome.PAYMENT_PENDING;            // sent, result unknown
        } catch (HttpClientErrorException e) {
            if (PaymentClient.isOurFault(e)) throw e;  // 400, a declined card
            return Outcome.PAYMENT_PENDING;            // 408, 429: later
        }
    }
    // #endregion fallback
}
