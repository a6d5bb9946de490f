package shop.console;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/** A customer's order. */
public final class Order {
    private final long id;
    private final long customerId;
    private final List<OrderItem> items;
    private final Instant createdAt;
    private OrderStatus status = OrderStatus.NEW;

    public Order(long id, long customerId, List<OrderItem> items, Instant createdAt) {
        if (items.isEmpty()) {
            throw new IllegalArgumentException("an order needs at least one item");
        }
        this.id = id;
        this.customerId = customerId;
        this.items = List.copyOf(items);
        this.createdAt = createdAt;
    }

    public void become(OrderStatus next) {
        if (!status.canBecome(next)) {
            throw new IllegalStateException("order " + id + " is " + status + ", cannot become " + next);
        }
        status = next;
    }

    public BigDecimal total() {
        return items.stream().map(OrderItem::total).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    public long id() {
        return id;
    }

    public long customerId() {
        return customerId;
    }

    public List<OrderItem> items() {
        return items;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public OrderStatus status() {
        return status;
    }
}
