package shop.ordering.application;

import java.util.List;

/** Driving port: what the outside may ask of the application. */
public interface PlaceOrder {
    record Item(long productId, int quantity) {}

    record Command(long customerId, List<Item> items) {}

    long place(Command command);
}
