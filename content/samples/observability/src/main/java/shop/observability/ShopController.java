package shop.observability;

import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ShopController {

    record NewOrder(long productId, int quantity) {
    }

    private final Catalog catalog;
    private final OrderService orders;
    private final AtomicInteger charges = new AtomicInteger();

    ShopController(Catalog catalog, OrderService orders) {
        this.catalog = catalog;
        this.orders = orders;
    }

    @GetMapping("/api/products/{id}")
    Catalog.Product product(@PathVariable long id) {
        return catalog.byId(id);
    }

    @PostMapping("/api/orders")
    OrderService.Order order(@RequestBody NewOrder body) {
        return orders.place(body.productId(), body.quantity());
    }

    /** Stands in for the payment service: slow now and then, and every 20th charge fails. */
    @PostMapping("/payment/charges")
    ResponseEntity<Void> charge(@RequestBody Map<String, Object> charge) throws InterruptedException {
        int n = charges.incrementAndGet();
        Thread.sleep(n % 10 == 0 ? 400 : 30);
        return n % 20 == 0 ? ResponseEntity.status(503).build() : ResponseEntity.ok().build();
    }

    @ExceptionHandler(OrderService.PaymentUnavailable.class)
    ResponseEntity<Void> paymentUnavailable() {
        return ResponseEntity.status(HttpStatus.BAD_GATEWAY).build();
    }
}
