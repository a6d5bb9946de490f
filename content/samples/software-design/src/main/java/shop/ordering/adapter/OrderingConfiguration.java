package shop.ordering.adapter;

import java.time.Clock;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionTemplate;
import shop.ordering.application.*;

/** The one place that knows every part and plugs them together. */
@Configuration(proxyBeanMethods = false)
class OrderingConfiguration {

    // #region wiring
    @Bean
    PlaceOrder placeOrder(
            Orders orders, Inventory inventory, Customers customers,
            ApplicationEventPublisher publisher, TransactionTemplate tx) {
        PlaceOrder core = new PlaceOrderService(orders, inventory, customers,
                publisher::publishEvent, Clock.systemUTC());
        return command -> tx.execute(status -> core.place(command));
    }

    @Bean
    ShipOrder shipOrder(Orders orders, TransactionTemplate tx) {
        ShipOrder core = new ShipOrderService(orders);
        return id -> tx.executeWithoutResult(status -> core.ship(id));
    }
    // #endregion wiring
}
