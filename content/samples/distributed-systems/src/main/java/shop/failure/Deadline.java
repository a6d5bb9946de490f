package shop.failure;

import java.time.Duration;
import java.util.function.LongSupplier;

// #region deadline
/**
 * How long the whole request may still take;
 * every call on the way spends from it.
 */
public final class Deadline {

    // System::nanoTime, never the wall clock.
    private final LongSupplier nanoClock;
    private final long end;

    public Deadline(Duration budget, LongSupplier nanoClock) {
        this.nanoClock = nanoClock;
        this.end = nanoClock.getAsLong() + budget.toNanos();
    }

    public Duration left() {
        return Duration.ofNanos(Math.max(0, end - nanoClock.getAsLong()));
    }

    /**
     * Timeout of the next call: its limit or
     * what is left, whichever is shorter.
     */
    public Duration forCall(Duration limit, Duration reserve) {
        Duration usable = left().minus(reserve);
        if (!usable.isPositive()) {
            throw new IllegalStateException(
                    "deadline exceeded, the call is not sent");
        }
        return usable.compareTo(limit) < 0 ? usable : limit;
    }
}
// #endregion deadline
