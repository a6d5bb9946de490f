package shop.console;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;

/** How long 2,000 lookups take in a list and in a set of 100,000 SKUs. */
final class LookupTiming {
    // #region timing
    static void main() {
        List<String> skus = IntStream.range(0, 100_000).mapToObj(i -> "SKU-" + i).toList();
        for (int round = 1; round <= 3; round++) {
            IO.println("round " + round
                    + ": ArrayList " + millis(new ArrayList<>(skus)) + " ms"
                    + ", HashSet " + millis(new HashSet<>(skus)) + " ms");
        }
    }

    static double millis(Collection<String> in) {
        long found = 0;
        long start = System.nanoTime();
        for (int i = 0; i < 2_000; i++) {
            found += in.contains("SKU-" + i * 50) ? 1 : 0;
        }
        long took = System.nanoTime() - start;
        if (found != 2_000) throw new AssertionError(found);
        return took / 100_000 / 10.0;
    }
    // #endregion timing
}
