package shop.auth;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import java.math.BigDecimal;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

// #region admin
@RestController
@RequestMapping("/api/admin")
class AdminController {
    record Price(@NotNull @PositiveOrZero
                 @Digits(integer = 8, fraction = 2) BigDecimal price) {}

    private final JdbcClient db;

    AdminController(JdbcClient db) {
        this.db = db;
    }

    @GetMapping("/orders")
    @PreAuthorize("hasAuthority('order:read-any')")
    List<OrderView> orders() {
        return db.sql("select id, status from orders order by id limit 100")
                .query(OrderView.class).list();
    }

    @PutMapping("/products/{id}/price")
    @PreAuthorize("hasAuthority('product:price')")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void price(@PathVariable long id, @Valid @RequestBody Price body) {
        int found = db.sql("update product set price = ? where id = ?")
                .params(body.price(), id).update();
        if (found == 0) throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
// #endregion admin
