package shop.realtime;

import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;

// #region meter
/** Counts each order, makes one reading a second, whatever the traffic. */
class OrderMeter {

    record Reading(long second, long orders, long failures) {}

    private final LongAdder orders = new LongAdder();
    private final LongAdder failures = new LongAdder();
    private final AtomicReference<Reading> latest =
            new AtomicReference<>(new Reading(0, 0, 0));

    void count(boolean ok) {
        orders.increment();
        if (!ok) failures.increment();
    }

    void tick(long second) {                         // called once a second
        latest.set(new Reading(
                second, orders.sumThenReset(), failures.sumThenReset()));
    }

    Reading latest() {  // all viewers read this one
        return latest.get();
    }
}
// #endregion meter
