package shop.ordering.application;

public final class ShipOrderService implements ShipOrder {
    private final Orders orders;

    public ShipOrderService(Orders orders) {
        this.orders = orders;
    }

    @Override
    public void ship(long orderId) {
        var order = orders.findForUpdate(orderId)
                .orElseThrow(() -> new NoSuchOrder(orderId));
        order.ship();
        orders.save(order);
    }
}
