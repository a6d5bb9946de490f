package shop.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ShopTest {
    private Shop shop;
    private ShopConsole console;

    @BeforeEach
    void openShop() {
        var catalog = new Catalog();
        catalog.add(new Product("TEA-01", "Green tea", new BigDecimal("4.90"), 40));
        catalog.add(new Product("POT-01", "Tea pot", new BigDecimal("29.00"), 3));
        shop = new Shop(catalog, Clock.fixed(Instant.parse("2026-11-20T09:00:00Z"), ZoneOffset.UTC));
        console = new ShopConsole(shop);
    }

    // #region rollback-test
    @Test
    void anOrderThatFailsHalfwayGivesBackWhatItReserved() {
        var basket = new LinkedHashMap<String, Integer>();
        basket.put("TEA-01", 2);
        basket.put("POT-01", 4); // only 3 in stock

        var refused = assertThrows(OutOfStockException.class,
                () -> shop.placeOrder(1, basket));

        assertEquals(3, refused.available());
        assertEquals(40, shop.catalog().require("TEA-01").stock());
        assertEquals(List.of(), shop.orders().findAll());
    }
    // #endregion rollback-test

    @Test
    void aPaidOrderShowsUpInTheReportAndACancelledOneReturnsItsStock() {
        assertEquals("order 1 NEW, total 9.80", console.answer("order TEA-01 2"));
        assertEquals("order 1 PAID, total 9.80", console.answer("pay 1"));
        assertEquals("order 2 NEW, total 58.00", console.answer("order POT-01 2"));
        assertEquals("order 2 CANCELLED, total 58.00", console.answer("cancel 2"));
        assertEquals(3, shop.catalog().require("POT-01").stock());
        assertEquals("Green tea 9.80", console.answer("report"));
    }

    @Test
    void aShippedOrCancelledOrderStaysAsItIs() {
        Order order = shop.placeOrder(1, Map.of("TEA-01", 1));
        order.become(OrderStatus.CANCELLED);
        assertThrows(IllegalStateException.class, () -> order.become(OrderStatus.PAID));
    }

    @Test
    void badInputIsRefusedWithAReason() {
        assertEquals("refused: no product with SKU CUP-99", console.answer("order CUP-99 1"));
        assertEquals("refused: something is missing after 'pay'", console.answer("pay"));
        assertEquals("refused: quantity must be positive, was -1", console.answer("order TEA-01 -1"));
        assertEquals("refused: no order 9", console.answer("pay 9"));
    }

    @Test
    void aWordFindsItsProductsInOrderOfSku() {
        assertEquals(List.of("POT-01", "TEA-01"), new ArrayList<>(shop.catalog().search("Tea")));
    }

    @Test
    void theLanguageOfTheMachineChangesNoSearch() {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.of("tr")); // where "INK".toLowerCase() has an i without its dot
        try {
            shop.catalog().add(new Product("INK-01", "INK", new BigDecimal("3.20"), 9));
            assertEquals(List.of("INK-01"), new ArrayList<>(shop.catalog().search("ink")));
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void theOrderOfPriceRulesChangesTheTotal() {
        var hundred = new BigDecimal("100.00");
        var percent = PriceRule.percentOff(10);
        var voucher = PriceRule.euroOff("5.00");
        assertEquals(new BigDecimal("85.00"), percent.then(voucher).apply(hundred));
        assertEquals(new BigDecimal("85.50"), voucher.then(percent).apply(hundred));
    }

    @Test
    void theFeeDependsOnTheKindOfPayment() {
        var amount = new BigDecimal("50.00");
        assertEquals(new BigDecimal("0.95"), new PaymentMethod.Card("tok_1").fee(amount));
        assertEquals("invoice, due in 30 days", PaymentMethod.label(new PaymentMethod.Invoice(30)));
    }

    @Test
    void aRepositoryTakesSubtypesAndFillsSupertypes() {
        var methods = new Repository<PaymentMethod, String>(PaymentMethod::label);
        methods.saveAll(List.of(new PaymentMethod.Card("tok_1"), new PaymentMethod.Card("tok_2")));
        List<Object> everything = new ArrayList<>();
        methods.copyInto(everything);
        assertEquals(2, everything.size());
    }

    @Test
    void recentReceiptsForgetTheOneUsedLongestAgo() {
        var receipts = new RecentReceipts(2);
        receipts.put(1L, "one");
        receipts.put(2L, "two");
        receipts.get(1L);
        receipts.put(3L, "three");
        assertEquals(List.of(1L, 3L), List.copyOf(receipts.keySet()));
    }

    @Test
    void aLockedShelfSellsExactlyWhatItHas() throws InterruptedException {
        assertEquals(10, RaceDemo.rush(new RaceDemo.SafeShelf()::buy));
    }
}
