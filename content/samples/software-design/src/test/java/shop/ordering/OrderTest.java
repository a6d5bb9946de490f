package shop.ordering;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import shop.ordering.domain.*;

class OrderTest {
    private final Order order = Order.place(1, 7,
            List.of(new OrderLine(3, 2, Money.of("12.50"))), Instant.EPOCH);

    @Test
    void shipsOnlyWhatIsPaid() {
        assertThatThrownBy(order::ship).isInstanceOf(OrderRuleViolation.class)
                .hasMessage("Cannot ship a NEW order");
        order.pay(Money.of("25.00"));
        order.ship();
        assertThatThrownBy(order::cancel).hasMessage("Cannot cancel a SHIPPED order");
    }

    @Test
    void isCancelledOnce() {
        order.cancel();
        assertThatThrownBy(order::cancel).hasMessage("Cannot cancel a CANCELLED order");
    }

    @Test
    void takesTheExactAmount() {
        assertThatThrownBy(() -> order.pay(Money.of("24.99"))).hasMessage("Due is 25.00");
    }
}
