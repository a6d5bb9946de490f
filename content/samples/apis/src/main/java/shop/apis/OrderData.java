package shop.apis;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Positive;
import java.util.List;

record OrderData(@Positive long customerId, @NotEmpty List<@Valid Line> items) {
    record Line(@Positive long productId, @Positive int quantity) {}
}

record OrderView(long id, long customerId, String status, java.time.Instant createdAt) {
    static OrderView of(Order o) {
        return new OrderView(o.id, o.customerId, o.status, o.createdAt);
    }
}
