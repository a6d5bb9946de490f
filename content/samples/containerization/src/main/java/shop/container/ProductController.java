package shop.container;

import java.util.List;

import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

@RestController
@RequestMapping("/api/products")
public class ProductController {

    private final JdbcClient jdbc;

    public ProductController(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @GetMapping
    public List<Product> all() {
        return jdbc.sql("SELECT id, sku, name, price, stock FROM product ORDER BY id LIMIT 100")
                .query(Product.class)
                .list();
    }

    @GetMapping("/{id}")
    public Product one(@PathVariable long id) {
        return jdbc.sql("SELECT id, sku, name, price, stock FROM product WHERE id = ?")
                .param(id)
                .query(Product.class)
                .optional()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
