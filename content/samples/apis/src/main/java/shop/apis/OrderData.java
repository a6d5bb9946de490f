package shop.apis;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

record OrderData(@Positive long customerId, @NotEmpty @Size(max = 100) List<@Valid Line> items) {
    record Line(@Positive long productId, @Positive @Max(1000) int quantity) {}

    // #region lock-order
    /** One line for each product, by ascending id: two orders then never wait for each other in a circle. */
    List<Line> inLockOrder() {
        return items.stream()
                .collect(Collectors.toMap(Line::productId, Line::quantity, Integer::sum, TreeMap::new))
                .entrySet().stream().map(one -> new Line(one.getKey(), one.getValue())).toList();
    }
    // #endregion lock-order
}

record OrderView(long id, long customerId, String status, java.time.Instant createdAt) {
    static OrderView of(Order o) {
        return new OrderView(o.id, o.customerId, o.status, o.createdAt);
    }
}
