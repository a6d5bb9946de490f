package shop.email;

import java.util.UUID;

/** One mail to send: a command, with exactly one worker that carries it out. */
public record MailTask(UUID taskId, long orderId, String template) {
}
