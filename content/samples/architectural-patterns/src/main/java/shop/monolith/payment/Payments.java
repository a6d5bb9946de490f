package shop.monolith.payment;

import java.math.BigDecimal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The only public type of the payment module. Declines above 500 euro, so that tests can fail it. */
@Service
public class Payments {
    private static final BigDecimal LIMIT = new BigDecimal("500.00");
    private final JdbcClient db;

    Payments(JdbcClient db) { this.db = db; }

    public void capture(long orderId, BigDecimal amount) {
        if (amount.compareTo(LIMIT) > 0) throw new IllegalStateException("declined: " + amount);
        db.sql("insert into payment (order_id, amount, status) values (?, ?, 'CAPTURED')")
                .params(orderId, amount).update();
    }
}
