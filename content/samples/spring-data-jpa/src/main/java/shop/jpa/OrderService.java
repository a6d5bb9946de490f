package shop.jpa;

import static java.util.Comparator.comparing;

import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional(readOnly = true)
public class OrderService {

  public record Line(Long productId, int quantity) {}

  private final OrderRepository orders;
  private final CustomerRepository customers;
  private final ProductRepository products;

  OrderService(OrderRepository orders, CustomerRepository customers, ProductRepository products) {
    this.orders = orders;
    this.customers = customers;
    this.products = products;
  }

  // #region place
  @Transactional
  public Long place(Long customerId, List<Line> lines) {
    List<Line> sorted = lines.stream().sorted(comparing(Line::productId)).toList();
    for (Line line : sorted) { // every order locks products in the same sequence
      if (products.takeStock(line.productId(), line.quantity()) == 0) {
        throw new OutOfStockException(line.productId()); // undoes every earlier line
      }
    }
    Order order = new Order(customers.getReferenceById(customerId));
    for (Line line : sorted) {
      order.addItem(products.findById(line.productId()).orElseThrow(), line.quantity());
    }
    return orders.save(order).getId();
  }
  // #endregion place

  // #region pay
  @Transactional
  public void pay(Long orderId) {
    Order order = orders.findById(orderId).orElseThrow();
    order.pay(); // no save(): the managed entity is written at commit
  }
  // #endregion pay

  public List<OrderSummary> open() {
    return orders.summariesByStatus(OrderStatus.NEW);
  }
}
