package shop.auth;

import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
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
                        from orders o
                        join account a on a.customer_id = o.customer_id
                        where o.id = :order and a.id = :account""")
                .param("order", id)
                .param("account", Long.valueOf(token.getSubject()))
                .query(OrderView.class).optional()
                .orElseThrow(
                        () -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
    // #endregion own
}
