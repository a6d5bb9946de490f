package shop.ordering.application;

import java.util.List;

/** Driving port: what the outside may ask of the application. */
public interface PlaceOrder {
    record Item(long productId, int quantity) {
        public Item {
            if (quantity < 1 || quantity > 1000) throw new IllegalArgumentException("quantity: " + quantity);
        }
    }

    /** Checks itself, so no adapter can hand over an impossible one; read from JSON, that is a 400. */
    record Command(long customerId, List<Item> items) {
        public Command {
            if (items == null || items.isEmpty()) throw new IllegalArgumentException("an order needs items");
            items = List.copyOf(items);
        }
    }

    long place(Command command);
}
