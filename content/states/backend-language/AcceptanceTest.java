package shop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** The acceptance criteria of the console shop. */
class AcceptanceTest {
    private Shop shop;
    private ShopConsole console;

    @BeforeEach
    void openShop() {
        shop = shopWithPots(3);
        console = new ShopConsole(shop);
    }

    private static Shop shopWithPots(int stock) {
        var catalog = new Catalog();
        catalog.add(new Product("TEA-01", "Green tea", new BigDecimal("4.90"), 40));
        catalog.add(new Product("POT-01", "Tea pot", new BigDecimal("29.00"), stock));
        return new Shop(catalog, Clock.systemUTC());
    }

    private int stock(String sku) {
        return shop.catalog().require(sku).stock();
    }

    @Test
    void anOrderBeyondTheStockIsRefusedWithWhatIsLeft() {
        String answer = console.answer("order POT-01 4");
        assertTrue(answer.startsWith("refused: ") && answer.contains("3"), answer);
        assertEquals(3, stock("POT-01"));
    }

    @Test
    void aBasketThatFailsAtItsSecondProductGivesTheFirstBack() {
        var basket = new LinkedHashMap<String, Integer>();
        basket.put("TEA-01", 2);
        basket.put("POT-01", 4);
        assertThrows(OutOfStockException.class, () -> shop.placeOrder(1, basket));
        assertEquals(40, stock("TEA-01"));
        assertEquals(List.of(), shop.orders().findAll());
    }

    @Test
    void aCancelledOrderCannotBePaidAndItsItemsAreBack() {
        console.answer("order POT-01 2");
        assertEquals(1, stock("POT-01"));
        console.answer("cancel 1");
        assertEquals(3, stock("POT-01"));
        assertTrue(console.answer("pay 1").startsWith("refused: "));
        assertEquals(OrderStatus.CANCELLED, shop.orders().findAll().getFirst().status());
    }

    @Test
    void aTypingErrorIsOneLineAndTheShopGoesOn() {
        for (String typed : List.of("pay", "order X y", "order POT-01 many", "cancel one", "")) {
            String answer = console.answer(typed);
            assertEquals(1, answer.lines().count(), typed + " → " + answer);
        }
        assertEquals("order 1 NEW, total 29.00", console.answer("order POT-01 1"));
    }

    @Test
    void nothingIsCountedInBinaryFractions() throws IOException {
        var binary = Pattern.compile("\\b(?:double|float|Double|Float)\\b");
        try (var sources = Files.walk(Path.of("src/main"))) {
            for (Path source : sources.filter(file -> file.toString().endsWith(".java")).toList()) {
                assertEquals(false, binary.matcher(Files.readString(source)).find(), source.toString());
            }
        }
    }

    @RepeatedTest(10)
    void twentyThreadsGetFivePots() throws Exception {
        shop = shopWithPots(5);
        Callable<Boolean> order = () -> {
            try {
                shop.placeOrder(1, Map.of("POT-01", 1));
                return true;
            } catch (OutOfStockException soldOut) {
                return false;
            }
        };
        int sold = 0;
        try (var threads = Executors.newFixedThreadPool(20)) {
            for (Future<Boolean> one : threads.invokeAll(Collections.nCopies(20, order))) {
                if (one.get()) sold++;
            }
        }
        assertEquals(5, sold);
        assertEquals(0, stock("POT-01"));
        assertEquals(5, shop.orders().findAll().size());
    }
}
