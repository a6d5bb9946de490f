package shop.events;

import java.util.UUID;

/** What every event of the shop carries: its own id and the order it is about. */
public interface Event {

    UUID eventId();

    long orderId();
}
