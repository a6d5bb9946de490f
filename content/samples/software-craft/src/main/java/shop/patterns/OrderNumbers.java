package shop.patterns;

import java.util.concurrent.atomic.AtomicLong;

// #region singleton
public enum OrderNumbers {
    INSTANCE;                         // the JVM creates it once, thread-safely

    private final AtomicLong last = new AtomicLong(500);

    public long next() {
        return last.incrementAndGet(); // unique in this process, nowhere else
    }
}
// #endregion singleton
