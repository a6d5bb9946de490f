package shop.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mockito.AdditionalAnswers;
import org.mockito.Mock;
import org.mockito.junit.jupiter.MockitoExtension;

// #region junit
@ExtendWith(MockitoExtension.class)
class OrderServiceTest {
  @Mock ProductRepository products;
  @Mock CustomerRepository customers;
  @Mock OrderRepository orders;
  OrderService service;

  @BeforeEach
  void ada_looks_at_a_mug() {
    Clock noon =
        Clock.fixed(Instant.parse("2026-11-20T12:00:00Z"), ZoneOffset.UTC);
    service = new OrderService(products, customers, orders, noon);
    when(customers.findByEmail("ada@example.org"))
        .thenReturn(Optional.of(new Customer("Ada", "ada@example.org")));
    when(products.findBySku("MUG-1"))
        .thenReturn(Optional.of(new Product("MUG-1", "Mug", "12.50", 3)));
  }

  @Test
  void refuses_the_order_and_saves_nothing_when_stock_is_short() {
    when(products.reserve("MUG-1", 4)).thenReturn(0);

    assertThatThrownBy(() -> service.place("ada@example.org", "MUG-1", 4))
        .isInstanceOf(OutOfStockException.class)
        .hasMessageContaining("MUG-1");
    verify(orders, never()).save(any());
  }
  // #endregion junit

  // #region total
  @Test
  void adds_shipping_to_the_price_of_the_goods() {
    when(products.reserve("MUG-1", 2)).thenReturn(1);
    when(orders.save(any())).then(AdditionalAnswers.returnsFirstArg());

    OrderView order = service.place("ada@example.org", "MUG-1", 2);

    assertThat(order.total()).isEqualByComparingTo("29.90"); // 2 x 12.50 + 4.90
  }
  // #endregion total
}
