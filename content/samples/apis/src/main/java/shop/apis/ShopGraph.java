package shop.apis;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.data.domain.Limit;
import org.springframework.graphql.data.method.annotation.*;
import org.springframework.stereotype.Controller;

// #region graph
@Controller
class ShopGraph {
    private final ProductRepository products;
    private final OrderRepository orders;
    private final CustomerRepository customers;

    ShopGraph(ProductRepository products, OrderRepository orders,
              CustomerRepository customers) {
        this.products = products;
        this.orders = orders;
        this.customers = customers;
    }

    @QueryMapping
    ProductView product(@Argument long id) {
        return products.findById(id).map(ProductView::of).orElse(null);
    }

    @QueryMapping
    List<OrderView> orders(@Argument int first) {
        Limit limit = Limit.of(Math.clamp(first, 1, 100));
        return orders.findByOrderByIdDesc(limit).stream()
                .map(OrderView::of).toList();
    }

    @BatchMapping(typeName = "Order") // one call for all orders of the answer
    Map<OrderView, CustomerView> customer(List<OrderView> orders) {
        var ids = orders.stream()
                .map(OrderView::customerId).distinct().toList();
        Map<Long, CustomerView> byId = customers.findAllById(ids).stream()
                .map(CustomerView::of)
                .collect(Collectors.toMap(
                        CustomerView::id, Function.identity()));
        return orders.stream().collect(Collectors.toMap(
                Function.identity(), o -> byId.get(o.customerId())));
    }
}
// #endregion graph
