package shop.ordering.application;

import java.util.Optional;
import shop.ordering.domain.Money;

public interface PayOrder {
    /** @return what the goods cost; nothing when the order was paid before */
    Optional<Money> pay(long orderId);
}
