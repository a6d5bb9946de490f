package shop.testing;

import java.math.BigDecimal;

public record OrderView(Long id, String status, BigDecimal total) {
  static OrderView of(Order order) {
    BigDecimal goods = order.goods();
    return new OrderView(order.getId(), order.getStatus(), goods.add(Shipping.costFor(goods)));
  }
}
