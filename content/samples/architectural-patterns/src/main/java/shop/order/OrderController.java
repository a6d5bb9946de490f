package shop.order;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.*;

@RestController
class OrderController {
    record NewOrder(long customerId, String sku, int quantity) {}

    private final OrderService orders;

    OrderController(OrderService orders) { this.orders = orders; }

    @PostMapping("/api/orders")
    ResponseEntity<OrderService.Order> place(@RequestBody NewOrder wanted) {
        var order = orders.place(wanted.customerId(), wanted.sku(), wanted.quantity());
        int status = order.status().equals("NEW") ? 202 : 201;   // 202: accepted, not yet decided
        return ResponseEntity.status(status).body(order);
    }
}
