package shop.events;

import java.math.BigDecimal;
import java.util.UUID;

public record StockReserved(UUID eventId, long orderId, BigDecimal total) implements Event {
}
