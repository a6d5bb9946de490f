package shop.ordering.application;

public interface CancelOrder {
    void cancel(long orderId);
}
