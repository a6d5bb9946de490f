package shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mockito.Answers;
import org.mockito.Mock;
import org.mockito.junit.jupiter.MockitoExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

@ExtendWith(MockitoExtension.class)
class OrderServiceTest {
    static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    static final OrderData FOUR_MUGS = new OrderData(List.of(new OrderData.Line(3, 4)));

    @Mock ProductRepository products;
    @Mock OrderRepository orders;
    @Mock Accounts accounts;
    @Mock(answer = Answers.RETURNS_DEEP_STUBS) JdbcClient jdbc;

    OrderService service;

    @BeforeEach
    void adaSendsANewKey() {
        service = new OrderService(products, orders, accounts, jdbc, Clock.fixed(NOON, ZoneOffset.UTC));
        when(accounts.customerOf(1)).thenReturn(Optional.of(7L));
        when(jdbc.sql(anyString()).params(any(), any(), any()).update()).thenReturn(1);
    }

    @Test
    void refusesTheOrderAndSavesNothingWhenStockIsShort() {
        when(products.takeFromStock(3, 4)).thenReturn(0);
        when(products.existsById(3L)).thenReturn(true);

        assertThatThrownBy(() -> service.place(1, "key", FOUR_MUGS))
                .isInstanceOf(OutOfStock.class).hasMessageContaining("product 3");
        verify(orders, never()).saveAndFlush(any());
    }

    @Test
    void keepsThePriceOfTheDayAndTheTimeOfTheClock() {
        var mug = new Product("MUG-1", "Mug", new BigDecimal("12.50"), 9);
        mug.id = 3L;
        when(products.takeFromStock(3, 4)).thenReturn(1);
        when(products.findAllById(List.of(3L))).thenReturn(List.of(mug));

        Order order = service.place(1, "key", FOUR_MUGS);

        assertThat(order.createdAt).isEqualTo(NOON);
        assertThat(order.items).singleElement().extracting(item -> item.unitPrice).isEqualTo(mug.price);
    }
}
