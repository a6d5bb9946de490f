package shop.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

class OpenLoadTest {
  /** One at a time, 10 ms each: at most 100 a second. */
  final Semaphore one = new Semaphore(1, true);

  void work() {
    one.acquireUninterruptibly();
    LockSupport.parkNanos(10_000_000);
    one.release();
  }

  @Test
  void waitingTimeIsPartOfTheResult() {
    var over = OpenLoad.run(200, Duration.ofSeconds(1), this::work);
    assertThat(over.times().getValueAtPercentile(99)).isGreaterThan(300_000);
    assertThat(over.seconds()).isGreaterThan(1.3);
  }

  @Test
  void littlesLawHolds() {
    var r = OpenLoad.run(50, Duration.ofSeconds(1), this::work);
    double expected = r.done() / r.seconds() * r.times().getMean() / 1e6;
    assertThat(r.meanInFlight()).isBetween(expected * 0.6, expected * 1.4);
  }
}
