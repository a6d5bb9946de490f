package shop.email;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.springframework.amqp.rabbit.connection.CorrelationData;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.stereotype.Component;

@Component
public class MailQueue {

    private final RabbitTemplate rabbit;

    MailQueue(RabbitTemplate rabbit) {
        this.rabbit = rabbit;
    }

    // #region publish
    /** Returns once RabbitMQ has taken the task over; throws if it has not. */
    public void enqueue(String routingKey, MailTask task) {
        var confirm = new CorrelationData(task.taskId().toString());
        rabbit.convertAndSend(MailTopology.EXCHANGE, routingKey, task, confirm);
        try {
            var answer = confirm.getFuture().get(5, TimeUnit.SECONDS);
            if (!answer.ack() || confirm.getReturned() != null) {
                throw new IllegalStateException("not queued: " + task.taskId());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("no confirm for " + task.taskId(), e);
        }
    }
    // #endregion publish
}
