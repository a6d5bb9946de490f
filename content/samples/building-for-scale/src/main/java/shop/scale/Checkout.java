package shop.scale;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import java.math.BigDecimal;
import java.util.UUID;
import org.springframework.web.client.HttpServerErrorException;
import org.springframework.web.client.ResourceAccessException;

/** Takes the order even when the payment provider cannot be reached. */
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
        } catch (CallNotPermittedException e) {          // not sent, or only earlier tries
            return Outcome.PAYMENT_PENDING;
        } catch (ResourceAccessException | HttpServerErrorException e) {
            return Outcome.PAYMENT_PENDING;              // sent, result unknown
        }
    }
    // #endregion fallback
}
