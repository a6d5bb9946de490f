package shop.console;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Map;

/** The use cases of the shop. One user at a time: phase 2 has one console. */
public final class Shop {
    private final Catalog catalog;
    private final Repository<Order, Long> orders = new Repository<>(Order::id);
    private final Clock clock;
    private long nextOrderId = 1;

    public Shop(Catalog catalog, Clock clock) {
        this.catalog = catalog;
        this.clock = clock;
    }

    // #region place-order
    public Order placeOrder(long customerId, Map<String, Integer> basket) {
        var reserved = new ArrayList<OrderItem>();
        try {
            for (var line : basket.entrySet()) {
                Product product = catalog.require(line.getKey());
                product.reserve(line.getValue());
                reserved.add(new OrderItem(
                        product, line.getValue(), product.price()));
            }
            return orders.save(new Order(
                    nextOrderId++, customerId, reserved, clock.instant()));
        } catch (RuntimeException e) {
            reserved.forEach(item -> item.product().release(item.quantity()));
            throw e;
        }
    }
    // #endregion place-order

    public Order pay(long orderId) {
        Order order = require(orderId);
        order.become(OrderStatus.PAID);
        return order;
    }

    public Order cancel(long orderId) {
        Order order = require(orderId);
        order.become(OrderStatus.CANCELLED);
        order.items().forEach(item -> item.product().release(item.quantity()));
        return order;
    }

    public Catalog catalog() {
        return catalog;
    }

    public Repository<Order, Long> orders() {
        return orders;
    }

    private Order require(long orderId) {
        return orders.findById(orderId)
                .orElseThrow(() -> new IllegalArgumentException("no order " + orderId));
    }
}
