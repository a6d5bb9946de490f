package shop.events;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

public record StockReserved(UUID eventId, long orderId, BigDecimal total, Instant occurredAt)
        implements Event {
}
