package shop.realtime;

import java.util.concurrent.atomic.AtomicReference;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class OrderStatusController {

    record OrderStatus(long orderId, String status, int version) {}

    private final AtomicReference<OrderStatus> order =
            new AtomicReference<>(new OrderStatus(42, "PAID", 3));

    // #region status
    @GetMapping("/api/orders/42/status")
    ResponseEntity<OrderStatus> status() {
        var current = order.get();
        return ResponseEntity.ok()
                .eTag("\"v" + current.version() + "\"")   // 304 if it matches
                .cacheControl(CacheControl.noCache().cachePrivate())
                .header("Poll-After",
                        current.status().equals("SHIPPED") ? "300" : "10")
                .body(current);
    }
    // #endregion status
}
