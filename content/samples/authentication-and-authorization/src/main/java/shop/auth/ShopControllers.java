package shop.auth;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import java.math.BigDecimal;
import java.security.Principal;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

record OrderView(long id, String status) {}

@RestController
@RequestMapping("/api/orders")
class OrderController {
    private final JdbcClient db;

    OrderController(JdbcClient db) {
        this.db = db;
    }

    // #region own
    @GetMapping("/{id}")
    OrderView own(@PathVariable long id, @AuthenticationPrincipal Jwt token) {
        return db.sql("""
                        select o.id, o.status
                        from orders o join account a on a.customer_id = o.customer_id
                        where o.id = :order and a.id = :account""")
                .param("order", id)
                .param("account", Long.valueOf(token.getSubject()))
                .query(OrderView.class).optional()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
    // #endregion own
}

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

@RestController
class StockController {
    private final JdbcClient db;

    StockController(JdbcClient db) {
        this.db = db;
    }

    @GetMapping("/internal/stock/{sku}")
    Map<String, Object> stock(@PathVariable String sku) {
        return db.sql("select sku, stock from product where sku = ?").param(sku).query().listOfRows().stream().findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}

@RestController
class AccountPage {
    @GetMapping("/account")
    String show(Principal who) {
        return "Signed in as " + who.getName();
    }

    @PostMapping("/account/newsletter")
    String subscribe(Principal who) {
        return who.getName() + " subscribed";
    }
}
