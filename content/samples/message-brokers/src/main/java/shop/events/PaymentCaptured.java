package shop.events;

import java.math.BigDecimal;
import java.util.UUID;

public record PaymentCaptured(UUID eventId, long orderId, BigDecimal amount) implements Event {
}
