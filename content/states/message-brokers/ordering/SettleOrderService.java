package shop.ordering.application;

import java.util.function.Consumer;
import shop.ordering.domain.Order;
import shop.ordering.domain.OrderStatus;

public final class SettleOrderService implements SettleOrder {
    private final Orders orders;

    public SettleOrderService(Orders orders) {
        this.orders = orders;
    }

    @Override
    public void paid(long orderId) {
        settle(orderId, order -> order.pay(order.total()));
    }

    @Override
    public void failed(long orderId) {
        settle(orderId, Order::cancel);
    }

    private void settle(long orderId, Consumer<Order> verb) {
        var order = orders.findForUpdate(orderId)
                .orElseThrow(() -> new NoSuchOrder(orderId));
        if (order.status() != OrderStatus.NEW) return;
        verb.accept(order);
        orders.save(order);
    }
}
