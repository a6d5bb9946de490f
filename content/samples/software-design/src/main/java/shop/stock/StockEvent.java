package shop.stock;

// #region events
public sealed interface StockEvent {
    record StockReceived(int quantity) implements StockEvent {}

    record StockReserved(long orderId, int quantity) implements StockEvent {}

    record StockReleased(long orderId, int quantity) implements StockEvent {}
}
// #endregion events
