package shop.console;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.reducing;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** What sold, and for how much. */
public final class SalesReport {
    private SalesReport() {
    }

    // #region streams
    public static Map<Product, BigDecimal> revenueByProduct(
            Collection<Order> orders) {
        return orders.stream()
                .filter(order -> order.status() == OrderStatus.PAID)
                .flatMap(order -> order.items().stream())
                .collect(groupingBy(OrderItem::product, reducing(
                        BigDecimal.ZERO, OrderItem::total, BigDecimal::add)));
    }

    public static List<String> bestSellers(Collection<Order> orders, int howMany) {
        return revenueByProduct(orders).entrySet().stream()
                .sorted(Map.Entry.<Product, BigDecimal>comparingByValue()
                        .reversed())
                .limit(howMany)
                .map(entry -> entry.getKey().name() + " " + entry.getValue())
                .toList();
    }
    // #endregion streams
}
