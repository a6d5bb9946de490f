package shop.structures;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/** Was any payment booked twice? Three ways to find out, each counting its steps. */
public final class Duplicates {
  public long steps;

  // #region three-ways
  boolean byPairs(List<Long> paymentIds) {     // time O(n²), extra space O(1)
    for (int i = 0; i < paymentIds.size(); i++) {
      for (int j = i + 1; j < paymentIds.size(); j++) {
        steps++;
        if (paymentIds.get(i).equals(paymentIds.get(j))) return true;
      }
    }
    return false;
  }

  boolean bySorting(List<Long> paymentIds) {   // time O(n log n), space O(n)
    var sorted = new ArrayList<>(paymentIds);
    sorted.sort((a, b) -> { steps++; return a.compareTo(b); });
    for (int i = 1; i < sorted.size(); i++) {
      steps++;
      if (sorted.get(i).equals(sorted.get(i - 1))) return true;
    }
    return false;
  }

  boolean bySet(List<Long> paymentIds) {         // expected time O(n), space O(n)
    var seen = new HashSet<Long>();
    for (Long id : paymentIds) {
      steps++;
      if (!seen.add(id)) return true;
    }
    return false;
  }
  // #endregion three-ways
}
