package shop.ordering.domain;

import java.time.Instant;
import java.util.List;

/** The aggregate root: lines and status change only through it. */
public final class Order {
    private final long id;
    private final long customerId;
    private final List<OrderLine> lines;
    private final Instant createdAt;
    private OrderStatus status;

    private Order(long id, long customerId, List<OrderLine> lines, Instant createdAt, OrderStatus status) {
        this.id = id;
        this.customerId = customerId;
        this.lines = List.copyOf(lines);
        this.createdAt = createdAt;
        this.status = status;
    }

    // #region behavior
    public static Order place(
            long id, long customerId, List<OrderLine> lines, Instant now) {
        if (lines.isEmpty())
            throw new OrderRuleViolation("An order needs at least one line");
        return new Order(id, customerId, lines, now, OrderStatus.NEW);
    }

    public void pay(Money amount) {
        require(OrderStatus.NEW, "pay");
        if (!amount.equals(total()))
            throw new OrderRuleViolation("Due is " + total().amount());
        status = OrderStatus.PAID;
    }

    public void ship() {
        require(OrderStatus.PAID, "ship");
        status = OrderStatus.SHIPPED;
    }

    public void cancel() {
        if (status != OrderStatus.PAID) require(OrderStatus.NEW, "cancel");
        status = OrderStatus.CANCELLED;
    }

    private void require(OrderStatus expected, String action) {
        if (status != expected)
            throw new OrderRuleViolation(
                    "Cannot " + action + " a " + status + " order");
    }
    // #endregion behavior

    /** For adapters only: rebuilds an order that was already valid when it was stored. */
    public static Order restore(long id, long customerId, List<OrderLine> lines, Instant createdAt, OrderStatus status) {
        return new Order(id, customerId, lines, createdAt, status);
    }

    public Money total() {
        return lines.stream().map(OrderLine::total).reduce(Money.ZERO, Money::plus);
    }

    public OrderCreated created() {
        return new OrderCreated(id, customerId, total(), createdAt);
    }

    public long id() { return id; }
    public long customerId() { return customerId; }
    public List<OrderLine> lines() { return lines; }
    public Instant createdAt() { return createdAt; }
    public OrderStatus status() { return status; }
}
