package shop.realtime;

import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;
import shop.events.OrderCreated;
import shop.events.PaymentCaptured;
import shop.events.Topics;

@Component
class FeedListener {
    private final Feeds feeds;

    FeedListener(Feeds feeds) {
        this.feeds = feeds;
    }

    @KafkaListener(topics = Topics.ORDER_CREATED, groupId = "feed")
    public void on(OrderCreated event) {
        feeds.append(event.orderId(), event.eventId(), "order-created", "Order " + event.orderId() + " received");
    }

    @KafkaListener(topics = Topics.PAYMENT_CAPTURED, groupId = "feed")
    public void on(PaymentCaptured event) {
        feeds.append(event.orderId(), event.eventId(), "payment-captured",
                "Order " + event.orderId() + ": " + event.amount() + " euro paid");
    }
}
