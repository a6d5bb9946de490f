package shop.apis;

import jakarta.persistence.*;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

@Entity
@Table(name = "orders")
class Order {
    @Id @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;
    Long customerId;
    String status = "NEW";
    Instant createdAt = Instant.now();
    @OneToMany(cascade = CascadeType.PERSIST)
    @JoinColumn(name = "order_id", nullable = false, updatable = false)
    List<OrderItem> items = new ArrayList<>();

    protected Order() {}

    Order(long customerId) {
        this.customerId = customerId;
    }
}

@Entity
@Table(name = "order_item")
class OrderItem {
    @Id @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;
    Long productId;
    int quantity;
    BigDecimal unitPrice;

    protected OrderItem() {}

    OrderItem(long productId, int quantity, BigDecimal unitPrice) {
        this.productId = productId;
        this.quantity = quantity;
        this.unitPrice = unitPrice;
    }
}
