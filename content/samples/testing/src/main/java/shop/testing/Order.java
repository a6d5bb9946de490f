package shop.testing;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

@Entity
@Table(name = "orders")
public class Order {
  @Id @GeneratedValue(strategy = GenerationType.IDENTITY) private Long id;
  @ManyToOne(fetch = FetchType.LAZY) private Customer customer;
  private String status = "NEW";
  private Instant createdAt;
  @OneToMany(mappedBy = "order", cascade = CascadeType.ALL)
  private List<OrderItem> items = new ArrayList<>();

  protected Order() {}

  public Order(Customer customer, Instant createdAt) {
    this.customer = customer;
    this.createdAt = createdAt;
  }

  public void add(Product product, int quantity) {
    items.add(new OrderItem(this, product, quantity));
  }

  public BigDecimal goods() {
    return items.stream().map(OrderItem::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  public Long getId() { return id; }
  public String getStatus() { return status; }
  public Instant getCreatedAt() { return createdAt; }
}
