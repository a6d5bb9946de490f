package shop.ordering.application;

import java.util.Optional;
import shop.ordering.domain.Order;

// #region ports
/** Driven port: a collection of orders that happens to survive a restart. */
public interface Orders {
    long nextId();

    void save(Order order);

    /** Loads the order and keeps others from changing it until the transaction ends. */
    Optional<Order> findForUpdate(long id);
}
// #endregion ports
