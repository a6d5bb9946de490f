package shop.clocks;

// #region lamport
/**
 * One number a process: never runs backwards, jumps ahead of what it receives.
 */
public final class LamportClock {

    private long time;

    public synchronized long event() {
        return ++time;
    }

    /** The returned number travels with the message. */
    public synchronized long send() {
        return ++time;
    }

    public synchronized long receive(long sent) {
        time = Math.max(time, sent) + 1;
        return time;
    }
}
// #endregion lamport
