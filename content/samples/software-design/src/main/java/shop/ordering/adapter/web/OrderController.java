package shop.ordering.adapter.web;

import java.net.URI;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.*;
import shop.ordering.application.*;
import shop.ordering.domain.OrderRuleViolation;

/** Logins are left out of this module: with those of phase 7, the customer comes from the token, never from the request. */
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
        return ProblemDetail.forStatusAndDetail(
                HttpStatus.CONFLICT, e.getMessage());
    }
    // #endregion controller

    @ExceptionHandler
    ProblemDetail missing(NoSuchOrder e) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.NOT_FOUND, e.getMessage());
    }

    @ExceptionHandler
    ProblemDetail unknown(UnknownReference e) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.UNPROCESSABLE_CONTENT, e.getMessage());
    }
}
