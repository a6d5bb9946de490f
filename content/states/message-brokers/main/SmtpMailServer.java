package shop.email;

import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/** Sends what a template says to the customer of an order. */
@Component
class SmtpMailServer implements MailServer {
    private static final Map<String, String> TEMPLATES = Map.of(
            "order-received", "We have received your order %d.",
            "order-paid", "Your order %d is paid and will be shipped soon.");

    private final JavaMailSender mails;
    private final JdbcClient db;
    private final String sender;

    SmtpMailServer(JavaMailSender mails, JdbcClient db, @Value("${shop.mail-from}") String sender) {
        this.mails = mails;
        this.db = db;
        this.sender = sender;
    }

    @Override
    public void send(String messageId, long orderId, String template) throws UnknownTemplate {
        String text = TEMPLATES.get(template);
        if (text == null) throw new UnknownTemplate(template);
        String to = db.sql("select c.email from customer c join orders o on o.customer_id = c.id where o.id = ?")
                .param(orderId).query(String.class).single();
        mails.send(mail -> {
            mail.setHeader("X-Task-Id", messageId);
            var message = new MimeMessageHelper(mail);
            message.setFrom(sender);
            message.setTo(to);
            message.setSubject("Order " + orderId);
            message.setText(text.formatted(orderId));
        });
    }
}
