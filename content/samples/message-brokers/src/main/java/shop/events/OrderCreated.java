package shop.events;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

// #region event
public record OrderCreated(
        UUID eventId,
        long orderId,
        long customerId,
        List<Line> lines,
        BigDecimal total,
        Instant occurredAt) implements Event {

    public record Line(long productId, int quantity, BigDecimal unitPrice) {
    }
}
// #endregion event
