package shop.apis;

import jakarta.persistence.*;
import java.math.BigDecimal;

@Entity
class Product {
    @Id @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;
    String sku;
    String name;
    BigDecimal price;
    int stock;
    @Version
    int version;

    protected Product() {}

    Product(String sku, String name, BigDecimal price, int stock) {
        change(sku, name, price, stock);
    }

    String etag() {
        return "\"" + version + "\"";
    }

    void change(String sku, String name, BigDecimal price, int stock) {
        this.sku = sku;
        this.name = name;
        this.price = price;
        this.stock = stock;
    }
}
