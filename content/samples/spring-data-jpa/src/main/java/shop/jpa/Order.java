package shop.jpa;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

@Entity
@Table(name = "orders")
public class Order {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  // #region relationships
  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "customer_id")
  private Customer customer;

  @OneToMany(mappedBy = "order", cascade = CascadeType.ALL, orphanRemoval = true)
  private List<OrderItem> items = new ArrayList<>();

  public void addItem(Product product, int quantity) {
    items.add(new OrderItem(this, product, quantity, product.getPrice()));
  }

  public void removeItem(OrderItem item) {
    items.remove(item); // orphanRemoval turns this into a DELETE
  }
  // #endregion relationships

  @Enumerated(EnumType.STRING)
  private OrderStatus status = OrderStatus.NEW;

  private Instant createdAt = Instant.now();

  protected Order() {}

  public Order(Customer customer) {
    this.customer = customer;
  }

  public void pay() {
    if (status != OrderStatus.NEW) {
      throw new IllegalStateException("order " + id + " is " + status);
    }
    status = OrderStatus.PAID;
  }

  public BigDecimal total() {
    return items.stream()
        .map(i -> i.getUnitPrice().multiply(BigDecimal.valueOf(i.getQuantity())))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  public Long getId() {
    return id;
  }

  public Customer getCustomer() {
    return customer;
  }

  public List<OrderItem> getItems() {
    return Collections.unmodifiableList(items);
  }

  public OrderStatus getStatus() {
    return status;
  }

  public Instant getCreatedAt() {
    return createdAt;
  }
}
