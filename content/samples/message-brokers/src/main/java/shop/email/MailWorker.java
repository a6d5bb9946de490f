package shop.email;

import org.springframework.amqp.AmqpRejectAndDontRequeueException;
import org.springframework.amqp.rabbit.annotation.RabbitListener;
import org.springframework.stereotype.Component;

@Component
public class MailWorker {

    private final MailServer server;

    MailWorker(MailServer server) {
        this.server = server;
    }

    // #region worker
    @RabbitListener(queues = MailTopology.ORDER_QUEUE)
    public void send(MailTask task) {
        try {
            server.send(task.taskId().toString(), task.orderId(), task.template());
        } catch (UnknownTemplate e) {
            // Tomorrow it is still unknown: straight to the dead-letter queue.
            throw new AmqpRejectAndDontRequeueException(e.getMessage(), e);
        }
        // Any other exception: rejected, requeued, and counted by the queue.
        // Return without one: the container acknowledges, RabbitMQ deletes.
    }
    // #endregion worker
}
