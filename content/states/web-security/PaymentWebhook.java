package shop;

import java.math.BigDecimal;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** What the payment provider reports: believed when it is signed, and once. */
@RestController
class PaymentWebhook {
    record News(long orderId, String status) {}

    private final WebhookSignature signature;
    private final JsonMapper json;
    private final JdbcClient db;

    PaymentWebhook(WebhookSignature signature, JsonMapper json, JdbcClient db) {
        this.signature = signature;
        this.json = json;
        this.db = db;
    }

    @Transactional
    @PostMapping("/api/webhooks/payment")
    public ResponseEntity<Void> payment(@RequestBody byte[] body,
                                        @RequestHeader("X-Timestamp") long timestamp,
                                        @RequestHeader("X-Signature") String given) {
        if (!signature.accepts(body, timestamp, given)) return ResponseEntity.status(401).build();
        News news;
        try {
            news = json.readValue(body, News.class);   // parsed only now
        } catch (JacksonException e) {
            return ResponseEntity.badRequest().build();
        }
        if ("PAID".equals(news.status())) paid(news.orderId());
        return ResponseEntity.noContent().build();
    }

    /** The same news again finds no NEW order and changes nothing. */
    private void paid(long order) {
        int changed = db.sql("update orders set status = 'PAID' where id = ? and status = 'NEW'").param(order).update();
        if (changed == 0) return;
        BigDecimal amount = db.sql("select sum(quantity * unit_price) from order_item where order_id = ?")
                .param(order).query(BigDecimal.class).single();
        db.sql("insert into payment (order_id, amount, status) values (?, ?, 'CAPTURED')").params(order, amount).update();
    }
}
