package shop.inventory;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.*;

@RestController
class ReservationController {
    record Wanted(String sku, int quantity) {}
    record Decision(String status) {}

    private final Reservations reservations;

    ReservationController(Reservations reservations) { this.reservations = reservations; }

    @PutMapping("/reservations/{orderId}")
    Decision reserve(@PathVariable long orderId, @RequestBody Wanted wanted) {
        return new Decision(reservations.reserve(orderId, wanted.sku(), wanted.quantity()));
    }

    @DeleteMapping("/reservations/{orderId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void release(@PathVariable long orderId) {
        reservations.release(orderId);
    }
}
