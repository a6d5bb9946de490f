package shop;

import java.math.BigDecimal;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Orders on invoice: what a customer has not paid yet stays below a limit, also when orders come at the same time. */
@Component
public class OpenOrders {
    static final BigDecimal LIMIT = new BigDecimal("500");

    private final JdbcClient db;
    private final RetryingTransaction retrying;

    public OpenOrders(JdbcClient db, RetryingTransaction retrying) {
        this.db = db;
        this.retrying = retrying;
    }

    /** The id of the new order; nothing where it would exceed the limit. */
    public Optional<Long> place(long customer, BigDecimal total) {
        return retrying.run(() -> open(customer).add(total).compareTo(LIMIT) > 0
                ? Optional.empty()
                : db.sql("insert into orders (customer_id, total) values (?, ?) returning id").params(customer, total)
                        .query(Long.class).optional());
    }

    public BigDecimal open(long customer) {
        return db.sql("select coalesce(sum(total), 0) from orders where customer_id = ? and status = 'NEW'").param(customer)
                .query(BigDecimal.class).single();
    }
}
