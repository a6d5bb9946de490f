package shop.ordering.application;

import java.util.Optional;
import shop.ordering.domain.Money;
import shop.ordering.domain.OrderStatus;

public final class PayOrderService implements PayOrder {
    private final Orders orders;

    public PayOrderService(Orders orders) {
        this.orders = orders;
    }

    @Override
    public Optional<Money> pay(long orderId) {
        var order = orders.findForUpdate(orderId)
                .orElseThrow(() -> new NoSuchOrder(orderId));
        if (order.status() == OrderStatus.PAID) return Optional.empty();
        order.pay(order.total());
        orders.save(order);
        return Optional.of(order.total());
    }
}
