package shop.order;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

@Service
class OrderService {
    record Order(long id, String sku, int quantity, BigDecimal unitPrice, String status) {
        BigDecimal total() { return unitPrice.multiply(BigDecimal.valueOf(quantity)); }
    }
    record Decision(String status) {}

    private final JdbcClient db;
    private final RestClient inventoryClient;
    private final RestClient paymentClient;
    private final Duration retryDelay;

    OrderService(JdbcClient db, RestClient inventoryClient, RestClient paymentClient,
                 @Value("${shop.retry-delay}") Duration retryDelay) {
        this.db = db;
        this.inventoryClient = inventoryClient;
        this.paymentClient = paymentClient;
        this.retryDelay = retryDelay;
    }

    /** The price comes from this service's own copy of the catalog, never from the caller. */
    Order place(long customerId, String sku, int quantity) {
        long id = db.sql("select next value for order_seq").query(Long.class).single();
        db.sql("""
                insert into orders (id, customer_id, sku, quantity, unit_price, status)
                select ?, ?, sku, ?, price, 'NEW' from product_copy where sku = ?""")
                .params(id, customerId, quantity, sku).update();
        return advance(id);
    }

    // #region advance
    Order advance(long id) {
        Order order = find(id);
        if (!order.status().equals("NEW")) return order;
        try {
            if (!reserve(order).equals("HELD")) return finish(id, "CANCELLED");
            if (capture(order).equals("CAPTURED")) return finish(id, "PAID");
            release(order);                       // compensation: undo step one
            return finish(id, "CANCELLED");
        } catch (RestClientException unknown) {   // no answer, or no decision
            postpone(id);                         // the others come first
            return order;                         // stays NEW: nobody knows yet
        }
    }

    @Scheduled(fixedDelayString = "${shop.retry-delay}",
               initialDelayString = "${shop.retry-delay}")
    void advanceOpenOrders() {
        db.sql("""
                select id from orders
                where status = 'NEW' and next_attempt_at <= current_timestamp
                order by next_attempt_at limit 100""")
                .query(Long.class).list().forEach(this::advance);
    }
    // #endregion advance

    private String reserve(Order order) {
        return decision(inventoryClient.put().uri("/reservations/{id}", order.id())
                .body(Map.of("sku", order.sku(), "quantity", order.quantity())));
    }

    private String capture(Order order) {
        return decision(paymentClient.put().uri("/payments/{id}", order.id())
                .body(Map.of("amount", order.total())));
    }

    // #region decision
    private static final Set<Integer> REFUSALS = Set.of(400, 404, 409, 410, 422);

    /** A refusal of the request is an answer; 401, 408, 429 and 5xx are none. */
    private static String decision(RestClient.RequestBodySpec request) {
        try {
            return request.retrieve().body(Decision.class).status();
        } catch (HttpClientErrorException e) {
            if (REFUSALS.contains(e.getStatusCode().value())) return "REFUSED";
            throw e;
        }
    }

    /** Doubles the pause with each attempt, up to 256 times that between runs. */
    private void postpone(long id) {
        int attempts = db.sql("select attempts from orders where id = ?")
                .param(id).query(Integer.class).single();
        Duration pause = retryDelay.multipliedBy(1L << Math.min(attempts, 8));
        var next = OffsetDateTime.now(ZoneOffset.UTC).plus(pause);
        db.sql("""
                        update orders set attempts = attempts + 1,
                          next_attempt_at = ? where id = ?""")
                .params(next, id).update();
    }
    // #endregion decision

    private void release(Order order) {
        inventoryClient.delete().uri("/reservations/{id}", order.id()).retrieve().toBodilessEntity();
    }

    private Order finish(long id, String status) {
        db.sql("update orders set status = ? where id = ? and status = 'NEW'").params(status, id).update();
        return find(id);
    }

    private Order find(long id) {
        return db.sql("select id, sku, quantity, unit_price, status from orders where id = ?")
                .param(id).query(Order.class).single();
    }
}
