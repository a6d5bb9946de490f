package shop.secure;

import java.net.URI;
import java.security.Principal;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class RefundController {
    private final JdbcClient db;

    RefundController(JdbcClient db) {
        this.db = db;
    }

    // #region refund
    @PostMapping("/api/orders/{id}/refund")      // no body: nothing to tamper with
    @Transactional
    public ResponseEntity<Void> ask(@PathVariable long id, Principal caller) {
        db.sql("""
                insert into refund (order_id, amount, actor)
                select o.id, sum(p.amount), :caller
                from orders o join customer c on c.id = o.customer_id
                              join payment p on p.order_id = o.id
                where o.id = :id and c.email = :caller
                  and o.status = 'PAID' and p.status = 'CAPTURED'
                group by o.id
                on conflict (order_id) do nothing""")     // one for each order
                .param("id", id).param("caller", caller.getName()).update();
        return db.sql("""
                select r.id from refund r
                join orders o on o.id = r.order_id
                join customer c on c.id = o.customer_id
                where o.id = :id and c.email = :caller""")
                .param("id", id).param("caller", caller.getName())
                .query(Long.class).optional()
                .map(refund -> ResponseEntity.accepted()
                        .location(URI.create("/api/refunds/" + refund))
                        .<Void>build())
                .orElse(ResponseEntity.notFound().build());
    }
    // #endregion refund
}
