package shop.structures;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** Payments that failed and wait for their next attempt. */
public final class RetryQueue {
  // #region retries
  public record Retry(long orderId, int attempt, long dueAt) {}

  private final PriorityQueue<Retry> waiting = new PriorityQueue<>(
      Comparator.comparingLong(Retry::dueAt).thenComparingLong(Retry::orderId));

  public void failed(long orderId, int attempt, long now) {
    long pause = 1_000L << attempt;                         // 1 s, 2 s, 4 s ...
    waiting.add(new Retry(orderId, attempt + 1, now + pause));
  }

  public List<Retry> due(long now) {
    var due = new ArrayList<Retry>();
    while (!waiting.isEmpty() && waiting.peek().dueAt() <= now) {
      due.add(waiting.poll());
    }
    return due;
  }
  // #endregion retries
}
