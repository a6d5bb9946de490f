package shop.events;

import java.util.UUID;

public record PaymentDeclined(UUID eventId, long orderId, String reason) implements Event {
}
