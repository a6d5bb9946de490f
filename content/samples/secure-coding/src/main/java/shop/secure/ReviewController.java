package shop.secure;

import java.security.Principal;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ReviewController {
    private final JdbcClient db;

    ReviewController(JdbcClient db) {
        this.db = db;
    }

    // #region review
    record Body(int stars, String nickname, String text) {}

    @PostMapping("/api/products/{sku}/reviews")
    ResponseEntity<Void> add(@PathVariable String sku,
                             @RequestBody Body body, Principal caller) {
        var review = new NewReview(sku, body.stars(), body.nickname(), body.text());
        int rows = db.sql("""
                insert into review (product_id, author, stars, nickname, body)
                select id, :caller, :stars, :nickname, :text
                from product where sku = :sku
                on conflict (product_id, author) do update
                set stars = excluded.stars, nickname = excluded.nickname,
                    body = excluded.body""")
                .param("sku", sku).param("caller", caller.getName())
                .param("stars", review.stars()).param("text", review.text())
                .param("nickname", review.nickname()).update();
        return ResponseEntity.status(rows == 1 ? 204 : 404).build();
    }

    @ExceptionHandler
    ProblemDetail invalid(NewReview.InvalidInput e) {   // the field, no value
        return ProblemDetail.forStatusAndDetail(
                HttpStatus.BAD_REQUEST, e.getMessage());
    }
    // #endregion review
}
