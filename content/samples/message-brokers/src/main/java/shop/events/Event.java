package shop.events;

import java.time.Instant;
import java.util.UUID;

/** What every event of the shop carries: its own id, the order it is about, and when it happened. */
public interface Event {

    UUID eventId();

    long orderId();

    Instant occurredAt();
}
