package shop.ordering.application;

import java.util.Optional;
import shop.ordering.domain.Order;

// #region ports
/** Driven port: a collection of orders that happens to survive a restart. */
public interface Orders {
    long nextId();

    void save(Order order);

    /** Loads the order; until the transaction ends, nobody else changes it. */
    Optional<Order> findForUpdate(long id);
}
// #endregion ports
