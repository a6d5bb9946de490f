package shop.ordering.adapter.messaging;

import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;
import shop.events.PaymentCaptured;
import shop.events.PaymentDeclined;
import shop.events.StockRejected;
import shop.events.Topics;
import shop.ordering.application.SettleOrder;

/** What the other parts of the shop have decided about an order. */
@Component
class OrderOutcome {
    private final SettleOrder settle;

    OrderOutcome(SettleOrder settle) {
        this.settle = settle;
    }

    @KafkaListener(topics = Topics.PAYMENT_CAPTURED, groupId = "ordering")
    public void on(PaymentCaptured event) {
        settle.paid(event.orderId());
    }

    @KafkaListener(topics = Topics.PAYMENT_DECLINED, groupId = "ordering")
    public void on(PaymentDeclined event) {
        settle.failed(event.orderId());
    }

    @KafkaListener(topics = Topics.STOCK_REJECTED, groupId = "ordering")
    public void on(StockRejected event) {
        settle.failed(event.orderId());
    }
}
