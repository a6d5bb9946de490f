package shop.patterns;

import java.math.BigDecimal;
import java.util.Map;
import java.util.function.Supplier;

public final class PaymentMethods {
    public interface PaymentMethod {
        String pay(BigDecimal amount);
    }

    record Card() implements PaymentMethod {
        public String pay(BigDecimal amount) {
            return "card charged " + amount;
        }
    }

    record Invoice(int daysToPay) implements PaymentMethod {
        public String pay(BigDecimal amount) {
            return "invoice over " + amount + ", due in " + daysToPay + " days";
        }
    }

    // #region factory
    private static final Map<String, Supplier<PaymentMethod>> BY_NAME = Map.of(
            "card", Card::new,
            "invoice", () -> new Invoice(14));

    /**
     * Callers know the name from the request and the interface, never the classes.
     */
    public static PaymentMethod named(String name) {
        Supplier<PaymentMethod> maker = BY_NAME.get(name);
        if (maker == null) {
            throw new IllegalArgumentException("no payment method named " + name);
        }
        return maker.get();
    }
    // #endregion factory

    private PaymentMethods() {}
}
