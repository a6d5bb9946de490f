package shop.events;

import java.time.Instant;
import java.util.UUID;

public record StockRejected(UUID eventId, long orderId, String reason, Instant occurredAt)
        implements Event {
}
