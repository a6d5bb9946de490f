package shop.ordering.adapter.web;

import java.net.URI;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.*;
import shop.ordering.application.OrderHistory;
import shop.ordering.application.PlaceOrder;
import shop.ordering.application.ShipOrder;
import shop.ordering.domain.OrderRuleViolation;

@RestController
@RequestMapping("/api/orders")
class OrderController {
    private final PlaceOrder placeOrder;
    private final ShipOrder shipOrder;
    private final OrderHistory history;

    OrderController(PlaceOrder placeOrder, ShipOrder shipOrder, OrderHistory history) {
        this.placeOrder = placeOrder;
        this.shipOrder = shipOrder;
        this.history = history;
    }

    // #region controller
    @PostMapping
    ResponseEntity<Void> place(@RequestBody PlaceOrder.Command command) {
        long id = placeOrder.place(command);
        return ResponseEntity.created(URI.create("/api/orders/" + id)).build();
    }

    @PostMapping("/{id}/shipment")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void ship(@PathVariable long id) {
        shipOrder.ship(id);
    }

    @GetMapping
    List<OrderHistory.Row> history(@RequestParam long customerId) {
        return history.ofCustomer(customerId, 20);
    }

    @ExceptionHandler
    ProblemDetail refused(OrderRuleViolation e) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, e.getMessage());
    }
    // #endregion controller
}
