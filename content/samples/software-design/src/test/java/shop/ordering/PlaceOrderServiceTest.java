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
    // #region fake
    static class InMemoryOrders implements Orders {
        final Map<Long, Order> all = new HashMap<>();

        public long nextId() { return all.size() + 1; }

        public void save(Order order) { all.put(order.id(), order); }

        public Optional<Order> findForUpdate(long id) {
            return Optional.ofNullable(all.get(id));
        }
    }
    // #endregion fake

    static class OneProduct implements Inventory {
        int stock = 5;

        public Optional<Money> priceOf(long productId) {
            return productId == 3 ? Optional.of(Money.of("12.50")) : Optional.empty();
        }

        public boolean reserve(long productId, int quantity) {
            if (quantity > stock) return false;
            stock -= quantity;
            return true;
        }
    }

    private final InMemoryOrders orders = new InMemoryOrders();
    private final List<Object> published = new ArrayList<>();
    private final Instant noon = Instant.parse("2026-11-20T12:00:00Z");
    private final PlaceOrder placeOrder = new PlaceOrderService(
            orders, new OneProduct(), customer -> customer == 7, published::add, Clock.fixed(noon, ZoneOffset.UTC));

    // #region test
    @Test
    void storesTheOrderAndTellsOthers() {
        long id = placeOrder.place(new PlaceOrder.Command(7, List.of(new PlaceOrder.Item(3, 2))));

        assertThat(orders.all.get(id).total()).isEqualTo(Money.of("25.00"));
        assertThat(published).containsExactly(new OrderCreated(id, 7, Money.of("25.00"), noon));
    }

    @Test
    void refusesMoreThanThereIs() {
        var command = new PlaceOrder.Command(7, List.of(new PlaceOrder.Item(3, 6)));

        assertThatThrownBy(() -> placeOrder.place(command)).hasMessage("Not enough stock of product 3");
        assertThat(orders.all).isEmpty();
        assertThat(published).isEmpty();
    }
    // #endregion test

    @Test
    void reservesInOneSequenceWhateverTheCartSays() {
        var reserved = new ArrayList<Long>();
        var inventory = new Inventory() {
            public Optional<Money> priceOf(long productId) { return Optional.of(Money.of("1.00")); }

            public boolean reserve(long productId, int quantity) { return reserved.add(productId); }
        };
        var service = new PlaceOrderService(orders, inventory, customer -> true, published::add, Clock.systemUTC());
        service.place(new PlaceOrder.Command(7, List.of(new PlaceOrder.Item(5, 1), new PlaceOrder.Item(3, 1))));
        assertThat(reserved).containsExactly(3L, 5L);
    }

    @Test
    void refusesACustomerWhoDoesNotExist() {
        var command = new PlaceOrder.Command(8, List.of(new PlaceOrder.Item(3, 1)));
        assertThatThrownBy(() -> placeOrder.place(command)).isInstanceOf(UnknownReference.class);
    }
}
