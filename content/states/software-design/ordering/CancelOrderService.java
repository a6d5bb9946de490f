package shop.ordering.application;

import java.util.Comparator;
import shop.ordering.domain.OrderLine;

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
        order.cancel();
        // The sequence in which orders reserve, or the two would deadlock.
        order.lines().stream().sorted(Comparator.comparing(OrderLine::productId))
                .forEachOrdered(line -> stock.release(line.productId(), line.quantity()));
        orders.save(order);
    }
}
