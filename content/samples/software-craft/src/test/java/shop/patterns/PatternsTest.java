package shop.patterns;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import shop.patterns.OrderEvents.OrderCreated;

class PatternsTest {
    @Test
    void factoryHidesTheClass() {
        assertEquals("invoice over 17.40, due in 14 days",
                PaymentMethods.named("invoice").pay(new BigDecimal("17.40")));
        assertThrows(IllegalArgumentException.class, () -> PaymentMethods.named("gold"));
    }

    @Test
    void singletonCountsInThisProcess() {
        long first = OrderNumbers.INSTANCE.next();
        assertEquals(first + 1, OrderNumbers.INSTANCE.next());
    }

    // #region observer-test
    @Test
    void oneBrokenObserverDoesNotSilenceTheOthers() {
        List<String> seen = new ArrayList<>();
        var events = new OrderEvents();
        events.subscribe(e -> { throw new IllegalStateException("mail server down"); });
        var stock = events.subscribe(e -> seen.add("stock " + e.orderId()));

        events.publish(new OrderCreated(501));
        stock.close();
        events.publish(new OrderCreated(502));

        assertEquals(List.of("stock 501"), seen);
    }
    // #endregion observer-test
}
