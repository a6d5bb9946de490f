package shop.ordering.application;

import java.util.Optional;
import shop.ordering.domain.Money;

/** Driven port: what ordering needs to know and change about products. */
public interface Inventory {
    Optional<Money> priceOf(long productId);

    /** Takes the stock if there is enough of it; false if not. */
    boolean reserve(long productId, int quantity);
}
