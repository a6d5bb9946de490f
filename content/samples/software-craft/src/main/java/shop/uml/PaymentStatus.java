package shop.uml;

import java.util.Set;

// #region states
public enum PaymentStatus {
    PENDING, AUTHORIZED, CAPTURED, REFUNDED, FAILED;

    public Set<PaymentStatus> next() {
        return switch (this) {
            case PENDING -> Set.of(AUTHORIZED, FAILED);
            case AUTHORIZED -> Set.of(CAPTURED, FAILED);
            case CAPTURED -> Set.of(REFUNDED);
            case REFUNDED, FAILED -> Set.of();
        };
    }
}
// #endregion states
