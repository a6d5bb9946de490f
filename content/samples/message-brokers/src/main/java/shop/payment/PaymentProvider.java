package shop.payment;

import java.math.BigDecimal;
import shop.messaging.TryAgainLater;

/** The card company's API. */
public interface PaymentProvider {

    enum Answer {
        CAPTURED, DECLINED;

        /** State of a payment that got this answer. */
        String status() {
            return this == CAPTURED ? "CAPTURED" : "FAILED";
        }
    }

    /** The same key gets the answer of the first call. Throws {@link TryAgainLater} when there is no answer. */
    Answer capture(String idempotencyKey, BigDecimal amount);
}
