package shop.apis;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import java.net.URI;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.*;

record CustomerData(@NotBlank String name, @NotBlank @Email String email) {}

record CustomerView(long id, String name, String email) {
    static CustomerView of(Customer c) {
        return new CustomerView(c.id, c.name, c.email);
    }
}

@RestController
@RequestMapping("/api/customers")
class CustomerController {
    private final CustomerRepository customers;

    CustomerController(CustomerRepository customers) {
        this.customers = customers;
    }

    @GetMapping("/{id}")
    CustomerView get(@PathVariable long id) {
        return customers.findById(id).map(CustomerView::of).orElseThrow(() -> new NotFound("customer", id));
    }

    @PostMapping
    ResponseEntity<CustomerView> create(@Valid @RequestBody CustomerData data) {
        Customer made = customers.save(new Customer(data.name(), data.email()));
        return ResponseEntity.created(URI.create("/api/customers/" + made.id)).body(CustomerView.of(made));
    }
}
