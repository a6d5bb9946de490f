package shop.ordering.application;

import java.time.Clock;
import shop.ordering.domain.Order;
import shop.ordering.domain.OrderLine;
import shop.ordering.domain.OrderRuleViolation;

public final class PlaceOrderService implements PlaceOrder {
    private final Orders orders;
    private final Inventory inventory;
    private final Events events;
    private final Clock clock;

    public PlaceOrderService(Orders orders, Inventory inventory, Events events, Clock clock) {
        this.orders = orders;
        this.inventory = inventory;
        this.events = events;
        this.clock = clock;
    }

    // #region place
    @Override
    public long place(Command command) {
        var lines = command.items().stream().map(this::reserveLine).toList();
        Order order = Order.place(orders.nextId(), command.customerId(), lines, clock.instant());
        orders.save(order);
        events.publish(order.created());
        return order.id();
    }

    private OrderLine reserveLine(Item item) {
        var price = inventory.priceOf(item.productId())
                .orElseThrow(() -> new OrderRuleViolation("No product " + item.productId()));
        var line = new OrderLine(item.productId(), item.quantity(), price);
        if (!inventory.reserve(item.productId(), item.quantity())) {
            throw new OrderRuleViolation("Not enough stock of product " + item.productId());
        }
        return line;
    }
    // #endregion place
}
