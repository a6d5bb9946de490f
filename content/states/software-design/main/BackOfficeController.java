package shop;

import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import shop.ordering.application.CancelOrder;
import shop.ordering.application.ShipOrder;

/** What staff do to orders: verbs of the model in place of an update of its status. */
@RestController
@RequestMapping("/api/admin/orders/{id}")
@PreAuthorize("hasAuthority('order:handle')")
class BackOfficeController {
    private final ShipOrder shipOrder;
    private final CancelOrder cancelOrder;

    BackOfficeController(ShipOrder shipOrder, CancelOrder cancelOrder) {
        this.shipOrder = shipOrder;
        this.cancelOrder = cancelOrder;
    }

    @PostMapping("/shipment")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void ship(@PathVariable long id) {
        shipOrder.ship(id);
    }

    @PostMapping("/cancellation")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void cancel(@PathVariable long id) {
        cancelOrder.cancel(id);
    }
}
