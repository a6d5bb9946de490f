package shop.errors;

/** The provider gave no usable answer: we do not know whether it charged. */
public final class PaymentUnconfirmed extends RuntimeException {
    public PaymentUnconfirmed(String message, Throwable cause) {
        super(message, cause);
    }
}
