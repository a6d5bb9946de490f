package shop.apis;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.net.URI;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.*;

@RestController
@RequestMapping("/api/orders")
class OrderController {
    private final OrderService orders;

    OrderController(OrderService orders) {
        this.orders = orders;
    }

    @PostMapping
    ResponseEntity<OrderView> place(@RequestHeader("Idempotency-Key") @NotBlank @Size(max = 255) String key,
                                    @Valid @RequestBody OrderData data) {
        Order order = orders.place(key, data);
        return ResponseEntity.created(URI.create("/api/orders/" + order.id)).body(OrderView.of(order));
    }

    @GetMapping("/{id}")
    OrderView get(@PathVariable long id) {
        return OrderView.of(orders.get(id));
    }
}
