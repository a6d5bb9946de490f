package shop.ordering.application;

/** How an order ends its first minute. News that come again, or too late, change nothing. */
public interface SettleOrder {
    void paid(long orderId);

    void failed(long orderId);
}
