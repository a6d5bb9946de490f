package shop.clocks;

import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** One counter for each process: enough to tell "before" from "neither knew of the other". */
public record VectorClock(Map<String, Long> counters) {

    public enum Order { SAME, BEFORE, AFTER, CONCURRENT }

    public VectorClock {
        counters = Map.copyOf(counters);
    }

    public static VectorClock start() {
        return new VectorClock(Map.of());
    }

    // #region vector
    public VectorClock tick(String process) {
        var next = new TreeMap<>(counters);
        next.merge(process, 1L, Long::sum);
        return new VectorClock(next);
    }

    /** A receiver takes the larger counter of each process, and adds one event. */
    public VectorClock receive(String process, VectorClock sent) {
        var next = new TreeMap<>(counters);
        sent.counters.forEach((p, n) -> next.merge(p, n, Math::max));
        return new VectorClock(next).tick(process);
    }

    public Order compareWith(VectorClock other) {
        boolean less = false;
        boolean more = false;
        var all = new TreeSet<>(counters.keySet());
        all.addAll(other.counters.keySet());
        for (String process : all) {
            int sign = Long.compare(at(process), other.at(process));
            less |= sign < 0;
            more |= sign > 0;
        }
        if (less && more) return Order.CONCURRENT;
        return less ? Order.BEFORE : more ? Order.AFTER : Order.SAME;
    }
    // #endregion vector

    private long at(String process) {
        return counters.getOrDefault(process, 0L);
    }

    @Override
    public String toString() {
        return new TreeMap<>(counters).toString();
    }
}
