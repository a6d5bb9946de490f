package shop.structures;

/** Creation times of orders, oldest first. */
public final class OrderLog {
  private final long[] times;
  public long steps;

  public OrderLog(long[] sortedTimes) {
    this.times = sortedTimes;
  }

  // #region search
  /**
   * Index of the first order at or after `from`; times.length if there is none.
   */
  public int firstAtOrAfter(long from) {
    int low = 0;
    int high = times.length;             // the answer lies in low..high
    while (low < high) {
      int middle = (low + high) >>> 1;   // no overflow, unlike / 2
      steps++;
      if (times[middle] < from) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  public int firstByScan(long from) {
    int i = 0;
    while (i < times.length) {
      steps++;
      if (times[i] >= from) break;
      i++;
    }
    return i;
  }
  // #endregion search
}
