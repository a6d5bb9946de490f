package shop.wiring;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;

// #region checkout
public final class Checkout {
    public record Receipt(long orderId, String paymentId, Instant paidAt) {}

    public interface PaymentGateway {
        String charge(long orderId, BigDecimal amount);
    }

    public interface ReceiptStore {
        void save(Receipt receipt);
    }

    private final PaymentGateway gateway;
    private final ReceiptStore receipts;
    private final Clock clock;

    public Checkout(
            PaymentGateway gateway, ReceiptStore receipts, Clock clock) {
        this.gateway = gateway;
        this.receipts = receipts;
        this.clock = clock;
    }

    public Receipt pay(long orderId, BigDecimal amount) {
        String paymentId = gateway.charge(orderId, amount);
        Receipt receipt = new Receipt(orderId, paymentId, clock.instant());
        receipts.save(receipt);
        return receipt;
    }
}
// #endregion checkout
