package shop.ordering.adapter.messaging;

import org.springframework.stereotype.Component;
import shop.inventory.StockListener;
import shop.ordering.application.Restock;

@Component
class ReservedStock implements Restock {
    private final StockListener stock;

    ReservedStock(StockListener stock) {
        this.stock = stock;
    }

    @Override
    public void release(long orderId) {
        stock.release(orderId);
    }
}
