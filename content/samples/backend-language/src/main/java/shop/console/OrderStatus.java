package shop.console;

/** The life of an order. */
public enum OrderStatus {
    NEW, PAID, SHIPPED, CANCELLED;

    boolean canBecome(OrderStatus next) {
        return switch (this) {
            case NEW -> next == PAID || next == CANCELLED;
            case PAID -> next == SHIPPED || next == CANCELLED;
            case SHIPPED, CANCELLED -> false;
        };
    }
}
