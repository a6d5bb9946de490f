package shop.console;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** How a customer pays; each kind knows what it costs the shop. */
// #region polymorphism
public sealed interface PaymentMethod {
    BigDecimal fee(BigDecimal amount);

    record Card(String token) implements PaymentMethod {
        public BigDecimal fee(BigDecimal amount) {
            return amount.multiply(new BigDecimal("0.014"))
                    .add(new BigDecimal("0.25"))
                    .setScale(2, RoundingMode.HALF_UP);
        }
    }

    record Invoice(int daysToPay) implements PaymentMethod {
        public BigDecimal fee(BigDecimal amount) {
            return new BigDecimal("0.80");
        }
    }

    static String label(PaymentMethod method) {
        return switch (method) {
            case Card(String token) -> "card " + token;
            case Invoice(int days) -> "invoice, due in " + days + " days";
        };
    }
}
// #endregion polymorphism
