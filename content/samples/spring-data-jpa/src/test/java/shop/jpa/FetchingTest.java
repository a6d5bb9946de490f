package shop.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.hibernate.LazyInitializationException;
import org.hibernate.Session;
import org.junit.jupiter.api.Test;
import org.springframework.data.domain.PageRequest;

class FetchingTest extends ShopTest {

  // #region count
  @Test
  void a_lazy_customer_costs_one_statement_an_order() {
    placeOrders(20);
    long lazy = statements(
        () -> printNames(orders.findByStatus(OrderStatus.NEW)));
    long join = statements(
        () -> printNames(orders.findJoinedByStatus(OrderStatus.NEW)));
    long graph = statements(
        () -> printNames(orders.findWithCustomerByStatus(OrderStatus.NEW)));
    long record = statements(() -> orders.summariesByStatus(OrderStatus.NEW));

    assertThat(List.of(lazy, join, graph, record))
        .containsExactly(21L, 1L, 1L, 1L);
  }
  // #endregion count

  @Test
  void batches_load_several_customers_at_a_time() {
    placeOrders(20);
    long batched = statements(() -> {
      em.unwrap(Session.class).setFetchBatchSize(10);
      printNames(orders.findByStatus(OrderStatus.NEW));
    });
    assertThat(batched).isEqualTo(3); // 1 list + 2 batches of 10
  }

  @Test
  void orders_of_one_customer_need_one_extra_statement_only() {
    Product mug = product("MUG-1", "12.50", 100);
    Long ada = customers.save(new Customer("Ada", "ada@example.org")).getId();
    for (int i = 0; i < 20; i++) {
      orderService.place(ada, List.of(new OrderService.Line(mug.getId(), 1)));
    }
    assertThat(statements(() -> printNames(orders.findByStatus(OrderStatus.NEW)))).isEqualTo(2);
  }

  // #region eager
  @Test
  void eager_customers_cost_the_same_even_if_nobody_reads_them() {
    placeOrders(20);
    long byQuery = statements(() -> em
        .createQuery("select o from EagerOrder o", EagerOrder.class)
        .getResultList());
    long byId = statements(() -> em.find(EagerOrder.class, 1L));

    assertThat(byQuery).isEqualTo(21); // find everything by query: N+1
    assertThat(byId).isEqualTo(1); // find one by id: a join
  }
  // #endregion eager

  // #region lazy
  @Test
  void a_proxy_of_a_closed_session_refuses_to_load() {
    placeOrders(1);
    Order order = orders.findById(1L).orElseThrow(); // session ends with the call

    // The proxy knows its id.
    assertThat(order.getCustomer().getId()).isEqualTo(1L);
    assertThatThrownBy(() -> order.getCustomer().getName())
        .isInstanceOf(LazyInitializationException.class);
  }
  // #endregion lazy

  // #region page
  @Test
  void a_page_with_its_items_is_cut_in_the_database() {
    placeOrders(20);
    long sent = statements(() ->
        orders.findWithItemsByStatusOrderById(OrderStatus.NEW, PageRequest.of(0, 5)));

    assertThat(sent).isEqualTo(1);
    assertThat(statistics().getEntityLoadCount()).isEqualTo(5 + 10); // not 20 + 40
  }
  // #endregion page

  @Test
  void three_orders_cost_four_statements() { // its log is output/n-plus-one.txt
    placeOrders(3);
    assertThat(statements(() -> printNames(orders.findByStatus(OrderStatus.NEW)))).isEqualTo(4);
  }

  private void printNames(List<Order> found) {
    found.forEach(order -> order.getCustomer().getName());
  }
}
