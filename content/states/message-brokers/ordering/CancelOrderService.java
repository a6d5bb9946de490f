package shop.ordering.application;

import shop.ordering.domain.OrderRuleViolation;
import shop.ordering.domain.OrderStatus;

public final class CancelOrderService implements CancelOrder {
    private final Orders orders;
    private final Restock stock;

    public CancelOrderService(Orders orders, Restock stock) {
        this.orders = orders;
        this.stock = stock;
    }

    @Override
    public void cancel(long orderId) {
        var order = orders.findForUpdate(orderId)
                .orElseThrow(() -> new NoSuchOrder(orderId));
        // Stock and payment are on their way: cancelled now, they would arrive at a cancelled order.
        if (order.status() == OrderStatus.NEW)
            throw new OrderRuleViolation("The order is still being paid; try again in a minute");
        order.cancel();
        stock.release(orderId);
        orders.save(order);
    }
}
