package shop.crud;

import java.math.BigDecimal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.*;

/** The starting point of the refactoring: HTTP, rules and SQL in one class. */
@RestController
@RequestMapping("/crud/orders")
class CrudOrderController {

    record NewOrder(long customerId, long productId, int quantity) {}

    record Status(String status) {}

    private final JdbcClient db;

    CrudOrderController(JdbcClient db) {
        this.db = db;
    }

    // #region crud
    @PostMapping
    @Transactional
    public long create(@RequestBody NewOrder body) {
        BigDecimal price = db.sql("select price from product where id = ?")
                .param(body.productId()).query(BigDecimal.class).single();
        db.sql("update product set stock = stock - ? where id = ?")
                .params(body.quantity(), body.productId()).update();
        long id = db.sql("""
                        insert into orders (customer_id, status, created_at)
                        values (?, 'NEW', now()) returning id""")
                .param(body.customerId()).query(Long.class).single();
        db.sql("""
                        insert into order_item
                          (order_id, product_id, quantity, unit_price)
                        values (?, ?, ?, ?)""")
                .params(id, body.productId(), body.quantity(), price).update();
        return id;
    }

    @PutMapping("/{id}/status")
    public void setStatus(@PathVariable long id, @RequestBody Status body) {
        db.sql("update orders set status = ? where id = ?")
                .params(body.status(), id).update();
    }
    // #endregion crud
}
