package shop.notification;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.annotation.BackOff;
import org.springframework.kafka.annotation.DltHandler;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.annotation.RetryableTopic;
import org.springframework.kafka.support.KafkaHeaders;
import org.springframework.messaging.handler.annotation.Header;
import org.springframework.stereotype.Component;

import shop.email.MailQueue;
import shop.email.MailTask;
import shop.events.OrderCreated;
import shop.events.PaymentCaptured;
import shop.events.Topics;

@Component
public class NotificationListener {

    private static final Logger log = LoggerFactory.getLogger(NotificationListener.class);

    private final MailQueue mail;

    NotificationListener(MailQueue mail) {
        this.mail = mail;
    }

    // #region listen
    @RetryableTopic(attempts = "3", backOff = @BackOff(delay = 500, multiplier = 4))
    @KafkaListener(topics = Topics.ORDER_CREATED, groupId = "notification")
    public void on(OrderCreated event) {
        mail.enqueue("order.received", new MailTask(
                taskId(event.eventId(), "received"),
                event.orderId(), "order-received"));
    }

    @DltHandler
    public void giveUp(OrderCreated event,
                       @Header(KafkaHeaders.ORIGINAL_TOPIC) String topic) {
        log.error("No notification for order {} from {}", event.orderId(), topic);
    }

    /** The same event always gives the same id: a repeat can be recognized. */
    static UUID taskId(UUID eventId, String purpose) {
        return UUID.nameUUIDFromBytes(
                (eventId + purpose).getBytes(StandardCharsets.UTF_8));
    }
    // #endregion listen

    @KafkaListener(topics = Topics.PAYMENT_CAPTURED, groupId = "notification")
    public void on(PaymentCaptured event) {
        mail.enqueue("order.paid", new MailTask(
                taskId(event.eventId(), "paid"), event.orderId(), "order-paid"));
    }
}
