package shop.structures;

import java.util.Arrays;

/** Order amounts sorted by two textbook algorithms, with their comparisons counted. */
public final class Sorts {
  public long comparisons;

  public void insertion(long[] cents) {
    for (int i = 1; i < cents.length; i++) {
      long value = cents[i];
      int j = i - 1;
      while (j >= 0 && greater(cents[j], value)) {
        cents[j + 1] = cents[j];
        j--;
      }
      cents[j + 1] = value;
    }
  }

  // #region merge
  public long[] merge(long[] cents) {
    if (cents.length < 2) return cents;                     // one order is sorted
    int middle = cents.length / 2;
    long[] left = merge(Arrays.copyOfRange(cents, 0, middle));
    long[] right = merge(Arrays.copyOfRange(cents, middle, cents.length));
    long[] merged = new long[cents.length];
    int l = 0;
    int r = 0;
    for (int i = 0; i < merged.length; i++) {
      boolean takeLeft = r == right.length
          || (l < left.length && !greater(left[l], right[r])); // equal: left one
      merged[i] = takeLeft ? left[l++] : right[r++];
    }
    return merged;
  }
  // #endregion merge

  private boolean greater(long a, long b) {
    comparisons++;
    return a > b;
  }
}
