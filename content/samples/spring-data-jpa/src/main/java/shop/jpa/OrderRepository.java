package shop.jpa;

import java.util.List;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.EntityGraph;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

public interface OrderRepository extends JpaRepository<Order, Long> {

  // #region queries
  List<Order> findByStatus(OrderStatus status); // customers stay lazy

  @Query("select o from Order o join fetch o.customer where o.status = :status")
  List<Order> findJoinedByStatus(OrderStatus status);

  @EntityGraph(attributePaths = "customer")
  List<Order> findWithCustomerByStatus(OrderStatus status);

  @Query("""
      select new shop.jpa.OrderSummary(o.id, o.createdAt, c.name)
      from Order o join o.customer c where o.status = :status""")
  List<OrderSummary> summariesByStatus(OrderStatus status);
  // #endregion queries

  @EntityGraph(attributePaths = "items")
  List<Order> findWithItemsByStatusOrderById(OrderStatus status, Pageable page);
}
