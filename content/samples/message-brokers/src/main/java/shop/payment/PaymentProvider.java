package shop.payment;

import java.math.BigDecimal;

/** The card company's API. */
public interface PaymentProvider {

    enum Answer { CAPTURED, DECLINED }

    /** The same key always gets the answer of the first call. Throws when there is no answer. */
    Answer capture(String idempotencyKey, BigDecimal amount);
}
