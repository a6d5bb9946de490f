package shop.reliability;

import java.time.Duration;
import java.util.SplittableRandom;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/** Sends requests at random moments with a given mean rate, whatever the answers do. */
public class OpenLoad {
  /** Times in microseconds; the elapsed seconds include the wait for the last answers. */
  public record Result(long done, double seconds, Histogram times, double meanInFlight) {}

  // #region open
  public static Result run(double perSecond, Duration length, Runnable request) {
    var random = new SplittableRandom(42);
    var times = new ConcurrentHistogram(3); // three significant digits
    var inFlight = new AtomicInteger();
    var sampler = new Sampler(inFlight);
    long start = System.nanoTime(), due = start;
    try (var users = Executors.newVirtualThreadPerTaskExecutor()) {
      while (true) {
        due += (long) (random.nextExponential() / perSecond * 1e9);
        if (due - start > length.toNanos()) break;
        sleepUntil(due);
        long planned = due;
        inFlight.incrementAndGet();
        users.execute(() -> {
          request.run();
          inFlight.decrementAndGet();
          // From the plan.
          times.recordValue((System.nanoTime() - planned) / 1000);
        });
      }
    } // close() waits for the last answer
    double seconds = (System.nanoTime() - start) / 1e9;
    return new Result(times.getTotalCount(), seconds, times, sampler.stop());
  }
  // #endregion open

  private static void sleepUntil(long time) {
    long left;
    while ((left = time - System.nanoTime()) > 0) LockSupport.parkNanos(left);
  }

  /** Looks at the number of open requests every two milliseconds. */
  private static class Sampler {
    private final AtomicBoolean on = new AtomicBoolean(true);
    private long samples, sum;
    private final Thread thread;

    Sampler(AtomicInteger inFlight) {
      thread = Thread.ofPlatform().start(() -> {
        while (on.get()) {
          sum += inFlight.get();
          samples++;
          LockSupport.parkNanos(2_000_000);
        }
      });
    }

    double stop() {
      on.set(false);
      try {
        thread.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      return (double) sum / samples;
    }
  }
}
