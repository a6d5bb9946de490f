package shop.ordering.application;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import shop.ordering.domain.Order;
import shop.ordering.domain.OrderLine;
import shop.ordering.domain.OrderRuleViolation;

public final class PlaceOrderService implements PlaceOrder {
    private final Orders orders;
    private final Inventory inventory;
    private final Customers customers;
    private final Events events;
    private final Clock clock;

    public PlaceOrderService(Orders orders, Inventory inventory, Customers customers, Events events, Clock clock) {
        this.orders = orders;
        this.inventory = inventory;
        this.customers = customers;
        this.events = events;
        this.clock = clock;
    }

    // #region place
    @Override
    public long place(Command command) {
        long customerId = command.customerId();
        if (!customers.exists(customerId))
            throw new UnknownReference("customer", customerId);
        // Every order reserves in ascending product id:
        // opposite sequences would deadlock in the database.
        var items = command.items().stream()
                .sorted(Comparator.comparing(Item::productId)).toList();
        var lines = new ArrayList<OrderLine>();
        for (Item item : items) lines.add(reserveLine(item));
        Order order =
                Order.place(orders.nextId(), customerId, lines, clock.instant());
        orders.save(order);
        events.publish(order.created());
        return order.id();
    }

    private OrderLine reserveLine(Item item) {
        var price = inventory.priceOf(item.productId())
                .orElseThrow(
                        () -> new UnknownReference("product", item.productId()));
        var line = new OrderLine(item.productId(), item.quantity(), price);
        if (!inventory.reserve(item.productId(), item.quantity())) {
            throw new OrderRuleViolation(
                    "Not enough stock of product " + item.productId());
        }
        return line;
    }
    // #endregion place
}
