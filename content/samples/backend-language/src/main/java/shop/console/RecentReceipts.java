package shop.console;

import java.util.LinkedHashMap;
import java.util.Map;

// #region bounded
/** Keeps the receipts used last and no others. Not safe for several threads. */
final class RecentReceipts extends LinkedHashMap<Long, String> {
    private final int limit;

    RecentReceipts(int limit) {
        super(16, 0.75f, true); // true: order by last use, not by arrival
        this.limit = limit;
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<Long, String> eldest) {
        return size() > limit;
    }
}
// #endregion bounded
