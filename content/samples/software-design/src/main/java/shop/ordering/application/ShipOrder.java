package shop.ordering.application;

public interface ShipOrder {
    void ship(long orderId);
}
