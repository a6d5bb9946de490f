package shop.payment;

import java.math.BigDecimal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.*;

/** Stands in for a payment provider: declines above 500 euro. */
@RestController
class PaymentController {
    record Capture(BigDecimal amount) {}
    record Decision(String status) {}

    private static final BigDecimal LIMIT = new BigDecimal("500.00");
    private final JdbcClient db;

    PaymentController(JdbcClient db) { this.db = db; }

    @PutMapping("/payments/{orderId}")
    Decision capture(@PathVariable long orderId, @RequestBody Capture capture) {
        var decided = db.sql("select status from payment where order_id = ?")
                .param(orderId).query(String.class).optional();
        if (decided.isPresent()) return new Decision(decided.get());
        String status = capture.amount().compareTo(LIMIT) > 0 ? "FAILED" : "CAPTURED";
        db.sql("insert into payment (order_id, amount, status) values (?, ?, ?)")
                .params(orderId, capture.amount(), status).update();
        return new Decision(status);
    }
}
