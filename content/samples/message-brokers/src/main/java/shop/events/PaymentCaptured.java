package shop.events;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

public record PaymentCaptured(UUID eventId, long orderId, BigDecimal amount, Instant occurredAt)
        implements Event {
}
