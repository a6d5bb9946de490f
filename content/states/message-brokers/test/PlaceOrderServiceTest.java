package shop.ordering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.*;
import org.junit.jupiter.api.Test;
import shop.ordering.application.*;
import shop.ordering.domain.*;

class PlaceOrderServiceTest {
    static class InMemoryOrders implements Orders {
        final Map<Long, Order> all = new HashMap<>();

        public long nextId() { return all.size() + 1; }

        public void save(Order order) { all.put(order.id(), order); }

        public Optional<Order> findForUpdate(long id) {
            return Optional.ofNullable(all.get(id));
        }
    }

    private final InMemoryOrders orders = new InMemoryOrders();
    private final List<Object> published = new ArrayList<>();
    private final Instant noon = Instant.parse("2026-11-20T12:00:00Z");
    private final PlaceOrder placeOrder = new PlaceOrderService(orders,
            product -> product == 3 ? Optional.of(Money.of("9.50")) : Optional.empty(),
            customer -> customer == 7, published::add, Clock.fixed(noon, ZoneOffset.UTC));
    private final SettleOrder settle = new SettleOrderService(orders);

    @Test
    void storesTheOrderAndTellsOthers() {
        long id = placeOrder.place(new PlaceOrder.Command(7, List.of(new PlaceOrder.Item(3, 2))));

        assertThat(orders.all.get(id).total()).isEqualTo(Money.of("19.00"));
        assertThat(published).containsExactly(new OrderCreated(
                id, 7, List.of(new OrderLine(3, 2, Money.of("9.50"))), Money.of("19.00"), noon));
    }

    @Test
    void refusesWhatDoesNotExist() {
        for (var command : List.of(new PlaceOrder.Command(8, List.of(new PlaceOrder.Item(3, 1))),
                new PlaceOrder.Command(7, List.of(new PlaceOrder.Item(4, 1)))))
            assertThatThrownBy(() -> placeOrder.place(command)).isInstanceOf(UnknownReference.class);
        assertThat(orders.all).isEmpty();
        assertThat(published).isEmpty();
    }

    @Test
    void theFirstDecisionAboutAnOrderStands() {
        long id = placeOrder.place(new PlaceOrder.Command(7, List.of(new PlaceOrder.Item(3, 2))));
        settle.failed(id);
        settle.paid(id);
        settle.failed(id);
        assertThat(orders.all.get(id).status()).isEqualTo(OrderStatus.CANCELLED);
    }
}
