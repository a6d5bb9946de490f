package shop.stock;

import java.util.List;
import shop.stock.StockEvent.*;

// #region item
/** State is computed, not kept: available = received - reserved + released. */
public record StockItem(String sku, int version, int available) {

    public static StockItem replay(String sku, List<StockEvent> history) {
        StockItem item = new StockItem(sku, 0, 0);
        for (StockEvent event : history) item = item.apply(event);
        return item;
    }

    /** Facts are not questioned: apply has no rules, old events always load. */
    StockItem apply(StockEvent event) {
        int change = switch (event) {
            case StockReceived e -> e.quantity();
            case StockReserved e -> -e.quantity();
            case StockReleased e -> e.quantity();
        };
        return new StockItem(sku, version + 1, available + change);
    }

    /** Decisions have the rules, and answer with the event to append. */
    public StockReserved reserve(long orderId, int quantity) {
        if (quantity > available)
            throw new IllegalStateException("only " + available + " left");
        return new StockReserved(orderId, quantity);
    }
}
// #endregion item
