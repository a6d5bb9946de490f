package shop.auth;

import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

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
