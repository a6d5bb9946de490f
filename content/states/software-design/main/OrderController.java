package shop;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.List;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.*;
import shop.ordering.application.OrderHistory;

/** Adapter for HTTP: checks what comes in, names the customer of the token, and calls a use case or reads. */
@RestController
@RequestMapping("/api/orders")
class OrderController {
    private final Accounts accounts;
    private final PlaceOnce placeOnce;
    private final OrderViews views;
    private final OrderHistory history;

    OrderController(Accounts accounts, PlaceOnce placeOnce, OrderViews views, OrderHistory history) {
        this.accounts = accounts;
        this.placeOnce = placeOnce;
        this.views = views;
        this.history = history;
    }

    @PostMapping
    ResponseEntity<OrderView> place(@RequestHeader("Idempotency-Key") @NotBlank @Size(max = 255) String key,
                                    @Valid @RequestBody OrderData data,
                                    @AuthenticationPrincipal Jwt token) {
        OrderView order = placeOnce.place(customerOf(token), key, data);
        return ResponseEntity.created(URI.create("/api/orders/" + order.id())).body(order);
    }

    @GetMapping
    ResponseEntity<List<OrderHistory.Row>> history(@AuthenticationPrincipal Jwt token) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore().cachePrivate())
                .body(history.ofCustomer(customerOf(token), 20));
    }

    @GetMapping("/{id}")
    ResponseEntity<OrderView> get(@PathVariable long id, @AuthenticationPrincipal Jwt token) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore().cachePrivate())
                .body(views.own(Long.parseLong(token.getSubject()), id).orElseThrow(() -> new NotFound("order", id)));
    }

    private long customerOf(Jwt token) {
        return accounts.customerOf(Long.parseLong(token.getSubject()))
                .orElseThrow(() -> new AccessDeniedException("only customers order"));
    }
}
