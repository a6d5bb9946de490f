package shop.ordering.application;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/** The query side: rows for one page on the screen, no behavior. */
public interface OrderHistory {
    record Row(long orderId, Instant createdAt, String status, int items, BigDecimal total) {}

    List<Row> ofCustomer(long customerId, int limit);
}
