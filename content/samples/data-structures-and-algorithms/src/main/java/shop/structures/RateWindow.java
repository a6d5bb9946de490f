package shop.structures;

import java.util.ArrayDeque;
import java.util.Deque;

/** At most `limit` requests of one caller in any period of `windowMillis`; safe for several threads. */
public final class RateWindow {
  private final int limit;
  private final long windowMillis;
  private final Deque<Long> accepted = new ArrayDeque<>();
  public long steps;

  public RateWindow(int limit, long windowMillis) {
    this.limit = limit;
    this.windowMillis = windowMillis;
  }

  // #region allow
  public synchronized boolean allow(long now) {   // requests come in many threads
    while (!accepted.isEmpty() && accepted.peekFirst() <= now - windowMillis) {
      accepted.removeFirst();        // the oldest leaves at the head
      steps++;
    }
    if (accepted.size() == limit) return false;
    accepted.addLast(now);           // the newest joins at the tail
    steps++;
    return true;
  }
  // #endregion allow
}
