package shop.security;

import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ShopController {
    record OrderView(long id, String status) {}

    private final Products products;
    private final JdbcClient db;
    private final WebhookSignature signature;

    ShopController(Products products, JdbcClient db, WebhookSignature signature) {
        this.products = products;
        this.db = db;
        this.signature = signature;
    }

    @GetMapping("/api/products")
    List<Product> products(@RequestParam(defaultValue = "") String search,
                           @RequestParam(defaultValue = "name") String sort) {
        return products.search(search, sort);
    }

    @ExceptionHandler
    ProblemDetail badRequest(IllegalArgumentException e) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, e.getMessage());
    }

    // #region own-order
    @GetMapping("/api/orders/{id}")
    ResponseEntity<OrderView> order(@PathVariable long id,
                                    @AuthenticationPrincipal Jwt token) {
        return ResponseEntity.of(db.sql("""
                select o.id, o.status from orders o
                join customer c on c.id = o.customer_id
                where o.id = :id and c.email = :caller""")
                .param("id", id).param("caller", token.getSubject())
                .query(OrderView.class).optional());   // someone else's order: 404
    }
    // #endregion own-order

    @PostMapping("/api/webhooks/payment")
    ResponseEntity<Void> payment(@RequestBody byte[] body,
                                 @RequestHeader("X-Timestamp") long timestamp,
                                 @RequestHeader("X-Signature") String given) {
        return ResponseEntity.status(signature.accepts(body, timestamp, given) ? 204 : 401).build();
    }

    @PostMapping("/account/newsletter")
    ResponseEntity<Void> newsletter() {
        return ResponseEntity.noContent().build();
    }
}
