package shop.events;

import java.util.UUID;

public record StockRejected(UUID eventId, long orderId, String reason) implements Event {
}
