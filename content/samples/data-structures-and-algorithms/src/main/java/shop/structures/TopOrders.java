package shop.structures;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** The n largest of a stream of orders, with memory for n of them only. */
public final class TopOrders {
  public record Order(long id, long cents) {}

  private final int n;
  public long comparisons;
  private final Comparator<Order> byAmount =
      (a, b) -> { comparisons++; return Long.compare(a.cents(), b.cents()); };

  // #region top
  private final PriorityQueue<Order> best;    // smallest of the best on top

  public TopOrders(int n) {
    this.n = n;
    this.best = new PriorityQueue<>(n, byAmount);
  }

  public void offer(Order order) {
    if (best.size() < n) {
      best.add(order);
    } else if (byAmount.compare(order, best.peek()) > 0) {
      best.poll();                            // the weakest of the ten makes room
      best.add(order);
    }
  }
  // #endregion top

  public List<Order> largestFirst() {
    var result = new ArrayList<>(best);
    result.sort(byAmount.reversed());
    return result;
  }
}
