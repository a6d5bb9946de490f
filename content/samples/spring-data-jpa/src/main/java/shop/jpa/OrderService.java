package shop.jpa;

import static java.util.Comparator.comparing;
import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import java.util.List;
import java.util.Map;
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
    List<Line> sorted =
        lines.stream().sorted(comparing(Line::productId)).toList();
    for (Line line : sorted) { // every order locks products in the same sequence
      if (products.takeStock(line.productId(), line.quantity()) == 0) {
        // undoes every earlier line
        throw new OutOfStockException(line.productId());
      }
    }
    List<Long> ids = sorted.stream().map(Line::productId).toList();
    Map<Long, Product> byId = // one statement for all lines
        products.findAllById(ids).stream()
            .collect(toMap(Product::getId, identity()));
    Order order = new Order(customers.getReferenceById(customerId));
    for (Line line : sorted) {
      order.addItem(byId.get(line.productId()), line.quantity());
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
