package shop.testing;

import java.time.Clock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
public class OrderService {
  private final ProductRepository products;
  private final CustomerRepository customers;
  private final OrderRepository orders;
  private final Clock clock;

  public OrderService(ProductRepository products, CustomerRepository customers,
      OrderRepository orders, Clock clock) {
    this.products = products;
    this.customers = customers;
    this.orders = orders;
    this.clock = clock;
  }

  // #region place
  @Transactional
  public OrderView place(String email, String sku, int quantity) {
    Customer customer =
        customers.findByEmail(email).orElseThrow(NotFoundException::new);
    Product product = products.findBySku(sku).orElseThrow(NotFoundException::new);
    if (products.reserve(sku, quantity) == 0) {
      throw new OutOfStockException(sku);
    }
    Order order = new Order(customer, clock.instant());
    order.add(product, quantity);
    return OrderView.of(orders.save(order));
  }
  // #endregion place

  @Transactional(readOnly = true)
  public OrderView find(String email, Long id) {
    return orders.findByIdAndCustomerEmail(id, email).map(OrderView::of)
        .orElseThrow(NotFoundException::new);
  }
}
