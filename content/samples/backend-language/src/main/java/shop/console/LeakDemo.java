package shop.console;

import java.util.HashMap;
import java.util.Map;

/** Fills a map of receipts until the heap is full, or not: pass "bounded" for the cure. */
final class LeakDemo {
    // #region leak
    static void main(String[] args) {
        Map<Long, String> receipts = args.length > 0 ? new RecentReceipts(1_000) : new HashMap<>();
        for (long orderId = 1; orderId <= 200_000; orderId++) {
            receipts.put(orderId, "receipt of order " + orderId + " ".repeat(1_000));
            if (orderId % 20_000 == 0) {
                Runtime jvm = Runtime.getRuntime();
                IO.println(orderId + " orders, " + receipts.size() + " receipts held, "
                        + (jvm.totalMemory() - jvm.freeMemory()) / 1_048_576 + " MiB used");
            }
        }
    }
    // #endregion leak
}
