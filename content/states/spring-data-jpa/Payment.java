package shop;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import java.math.BigDecimal;

/** One attempt to take money for an order. The payment owns the link; nobody reads all payments through the order. */
@Entity
class Payment {

  enum Status {
    PENDING,
    CAPTURED,
    FAILED,
    REFUNDED
  }

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  private Order order;

  private BigDecimal amount;

  @Enumerated(EnumType.STRING)
  private Status status = Status.PENDING;

  protected Payment() {}

  Payment(Order order, BigDecimal amount) {
    this.order = order;
    this.amount = amount;
  }

  BigDecimal amount() {
    return amount;
  }

  Status status() {
    return status;
  }
}
