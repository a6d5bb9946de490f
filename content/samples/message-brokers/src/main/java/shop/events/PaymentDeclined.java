package shop.events;

import java.time.Instant;
import java.util.UUID;

public record PaymentDeclined(UUID eventId, long orderId, String reason, Instant occurredAt)
        implements Event {
}
