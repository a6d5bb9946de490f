package shop.scale;

import java.util.function.LongSupplier;

/** Allows a burst of {@code capacity} calls and {@code perSecond} calls in the long run. */
public class TokenBucket {

    private final double capacity;
    private final double perSecond;
    private final LongSupplier nanoClock;
    private double tokens;
    private long last;

    public TokenBucket(double capacity, double perSecond, LongSupplier nanoClock) {
        this.capacity = capacity;
        this.perSecond = perSecond;
        this.nanoClock = nanoClock;
        this.tokens = capacity;
        this.last = nanoClock.getAsLong();
    }

    // #region take
    /** Returns 0 when the call may pass, or the seconds until a token is there. */
    public synchronized double take() {
        long now = nanoClock.getAsLong();
        tokens = Math.min(capacity, tokens + (now - last) / 1e9 * perSecond);
        last = now;
        if (tokens >= 1) {
            tokens -= 1;
            return 0;
        }
        return (1 - tokens) / perSecond;
    }
    // #endregion take
}
