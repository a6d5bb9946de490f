package shop.memory;

import java.math.BigDecimal;
import java.util.Map;

// #region board
/** Read by every request, replaced as a whole by one updating thread. */
public final class PriceBoard {
    public record Prices(long version, Map<String, BigDecimal> bySku) {
        public Prices {
            bySku = Map.copyOf(bySku);        // nobody can change it after this
        }
    }

    private volatile Prices current = new Prices(0, Map.of());

    public Prices current() {
        return current;  // one volatile read: one consistent list
    }

    public synchronized void replace(Map<String, BigDecimal> bySku) {
        current = new Prices(current.version() + 1, bySku);
    }
}
// #endregion board
