package shop.jpa.voucher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;
import shop.jpa.PostgresConfig;

@SpringBootTest
@Import(PostgresConfig.class)
class VoucherTest {

  static final BigDecimal TEN = new BigDecimal("10.00");

  @Autowired VoucherRepository vouchers;
  @Autowired VoucherService service;
  @Autowired VoucherDesk desk;
  @Autowired TransactionTemplate tx;
  @Autowired JdbcTemplate jdbc;

  @BeforeEach
  void one_voucher_over_fifty_euro() {
    jdbc.execute("truncate voucher restart identity");
    vouchers.save(new Voucher("GIFT-1", new BigDecimal("50.00")));
  }

  private BigDecimal balance() {
    return vouchers.findByCode("GIFT-1").orElseThrow().getBalance();
  }

  // #region conflict
  @Test
  void whoever_commits_second_is_refused() throws Exception {
    var bothHaveRead = new CyclicBarrier(2);
    Runnable spend = () -> tx.executeWithoutResult(status -> {
      // 50.00, version 0
      var voucher = vouchers.findByCode("GIFT-1").orElseThrow();
      await(bothHaveRead);
      voucher.spend(TEN);
    });
    try (var pool = Executors.newFixedThreadPool(2)) {
      Future<?> first = pool.submit(spend), second = pool.submit(spend);
      assertThat(failureOf(first) == null)
          .isNotEqualTo(failureOf(second) == null);
      assertThat(failureOf(first) == null ? failureOf(second) : failureOf(first))
          .isInstanceOf(OptimisticLockingFailureException.class);
    }
    assertThat(balance()).isEqualByComparingTo("40.00"); // one was spent
    assertThat(vouchers.findByCode("GIFT-1").orElseThrow().getVersion())
        .isEqualTo(1);
  }
  // #endregion conflict

  @Test
  void five_at_once_all_get_their_turn_with_a_lock_on_the_row() throws Exception {
    assertThat(failuresOfFive(() -> service.spendInTurn("GIFT-1", TEN))).isZero();
    assertThat(balance()).isEqualByComparingTo("0.00");
  }

  @Test
  void five_at_once_all_get_their_turn_with_retries() throws Exception {
    assertThat(failuresOfFive(() -> desk.spend("GIFT-1", TEN))).isZero();
    assertThat(balance()).isEqualByComparingTo("0.00");
  }

  @Test
  void waiting_for_a_lock_has_an_end() throws Exception {
    var locked = new CountDownLatch(1);
    var release = new CountDownLatch(1);
    try (var pool = Executors.newSingleThreadExecutor()) {
      Future<?> holder = pool.submit(() -> tx.executeWithoutResult(status -> {
        vouchers.findForSpending("GIFT-1");
        locked.countDown();
        await(release);
      }));
      locked.await();
      long start = System.nanoTime();
      assertThatThrownBy(() -> service.spendInTurn("GIFT-1", TEN))
          .isInstanceOf(PessimisticLockingFailureException.class);
      assertThat(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start)).isBetween(1_500L, 10_000L);
      release.countDown();
      holder.get();
    }
    assertThat(balance()).isEqualByComparingTo("50.00");
  }

  private int failuresOfFive(Runnable spend) throws Exception {
    int failed = 0;
    try (var pool = Executors.newFixedThreadPool(5)) {
      var all = new ArrayList<Future<?>>();
      for (int i = 0; i < 5; i++) all.add(pool.submit(spend));
      for (var one : all) if (failureOf(one) != null) failed++;
    }
    return failed;
  }

  private static Throwable failureOf(Future<?> future) throws InterruptedException {
    try {
      future.get();
      return null;
    } catch (ExecutionException e) {
      return e.getCause();
    }
  }

  private static void await(CyclicBarrier barrier) {
    try {
      barrier.await(10, TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await(20, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
