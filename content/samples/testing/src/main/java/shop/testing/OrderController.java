package shop.testing;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Positive;
import java.net.URI;
import java.security.Principal;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/orders")
public class OrderController {
  public record NewOrder(@NotBlank String sku, @Positive int quantity) {}

  private final OrderService service;

  public OrderController(OrderService service) {
    this.service = service;
  }

  @PostMapping
  ResponseEntity<OrderView> place(@Valid @RequestBody NewOrder order, Principal caller) {
    OrderView placed = service.place(caller.getName(), order.sku(), order.quantity());
    return ResponseEntity.created(URI.create("/api/orders/" + placed.id())).body(placed);
  }

  @GetMapping("/{id}")
  OrderView find(@PathVariable Long id, Principal caller) {
    return service.find(caller.getName(), id);
  }
}
