package shop.ordering.adapter.messaging;

import java.math.BigDecimal;
import java.util.UUID;
import org.springframework.stereotype.Component;
import shop.Shipping;
import shop.events.Topics;
import shop.messaging.Outbox;
import shop.ordering.application.Events;
import shop.ordering.domain.OrderCreated;

/** Tells others through the outbox, in the transaction of the use case. */
@Component
class OutboxEvents implements Events {
    private final Outbox outbox;

    OutboxEvents(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public void publish(Object event) {
        if (event instanceof OrderCreated created) outbox.add(Topics.ORDER_CREATED, published(created));
        else throw new IllegalArgumentException("no topic for " + event);
    }

    /** What others may rely on is a record of its own, so the domain can change without them. */
    private static shop.events.OrderCreated published(OrderCreated created) {
        var lines = created.lines().stream().map(line -> new shop.events.OrderCreated.Line(
                line.productId(), line.quantity(), line.unitPrice().amount())).toList();
        BigDecimal goods = created.total().amount();
        return new shop.events.OrderCreated(UUID.randomUUID(), created.orderId(), created.customerId(), lines,
                goods.add(Shipping.costFor(goods)), created.at());
    }
}
