package shop.find;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ProductFinderTest {
    private final ProductFinder finder = new ProductFinder(List.of(
            new Product("TEA-01", "Green tea", new BigDecimal("4.90"), 0),
            new Product("MUG-01", "Blue mug", new BigDecimal("12.50"), 8),
            new Product("POT-01", "Tea pot", new BigDecimal("29.00"), 3)));

    @Test
    void filtersAreJoined() {
        var filter = ProductFinder.all(List.of(ProductFinder.inStock(), ProductFinder.atMost(new BigDecimal("20"))));
        assertEquals("BLUE MUG", finder.offer(filter, () -> "nothing"));
        assertEquals("GREEN TEA", finder.offer(ProductFinder.all(List.of()), () -> "nothing"));
        assertEquals("nothing", finder.offer(filter.and(p -> p.stock() > 100), () -> "nothing"));
    }

    // #region eager
    @Test
    void orElseAlwaysCalculatesItsArgument() {
        var queries = new AtomicInteger();
        Optional<String> found = Optional.of("Blue mug");

        found.orElse("row " + queries.incrementAndGet());
        assertEquals(1, queries.get());

        found.orElseGet(() -> "row " + queries.incrementAndGet());
        assertEquals(1, queries.get());
    }
    // #endregion eager
}
