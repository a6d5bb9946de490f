package shop.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Flyway runs every migration against a real PostgreSQL 18 before the tests. */
@SpringBootTest
@Timeout(60)
class ShopDataTest {

  @TestConfiguration(proxyBeanMethods = false)
  static class Postgres {
    @Bean(destroyMethod = "close")
    EmbeddedPostgres postgres() throws IOException {
      return EmbeddedPostgres.start();
    }

    @Bean
    DataSource dataSource(EmbeddedPostgres postgres) {
      return postgres.getPostgresDatabase();
    }
  }

  @Autowired OrderFeed feed;
  @Autowired RetryingTransaction retrying;
  @Autowired JdbcClient jdbc;

  @Test
  void migrationsLeaveAValidConstraintAndIndex() {
    assertThat(jdbc.sql("""
        SELECT convalidated FROM pg_constraint WHERE conname = 'orders_total_not_null'
        """).query(Boolean.class).single()).isTrue();
    assertThat(jdbc.sql("""
        SELECT indisvalid FROM pg_index WHERE indexrelid = 'orders_feed'::regclass
        """).query(Boolean.class).single()).isTrue();
    assertThat(jdbc.sql("SELECT DISTINCT total FROM orders").query(BigDecimal.class).single())
        .isEqualByComparingTo("25.00");
  }

  @Test
  void pagesNeitherRepeatNorSkipOrdersOfTheSameMinute() {
    var seen = new ArrayList<Long>();
    var at = OffsetDateTime.parse("9999-01-01T00:00Z");
    var id = Long.MAX_VALUE;
    while (true) {
      var page = feed.after(at, id, 7);
      if (page.isEmpty()) {
        break;
      }
      page.forEach(row -> seen.add(row.id()));
      at = page.getLast().createdAt();
      id = page.getLast().id();
    }
    assertThat(seen).hasSize(200).doesNotHaveDuplicates();
  }

  @Test
  void theCreditLimitHoldsWhenTwoOrdersRace() throws Exception {
    jdbc.sql("CREATE TABLE open_order (customer_id int, amount numeric(10,2))").update();
    jdbc.sql("INSERT INTO open_order VALUES (1, 200)").update();
    var bothHaveRead = new CyclicBarrier(2);
    var attempts = new AtomicInteger();

    Runnable buy = () -> retrying.run(() -> {
      var sum = jdbc.sql("SELECT sum(amount) FROM open_order WHERE customer_id = 1")
          .query(BigDecimal.class).single();
      if (attempts.incrementAndGet() <= 2) {
        await(bothHaveRead);
      }
      if (sum.add(new BigDecimal("300")).compareTo(new BigDecimal("500")) <= 0) {
        jdbc.sql("INSERT INTO open_order VALUES (1, 300)").update();
      }
      return null;
    });
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var first = threads.submit(buy);
      var second = threads.submit(buy);
      first.get(30, TimeUnit.SECONDS);
      second.get(30, TimeUnit.SECONDS);
    }

    assertThat(jdbc.sql("SELECT sum(amount) FROM open_order").query(BigDecimal.class).single())
        .isEqualByComparingTo("500");
    assertThat(attempts.get()).isGreaterThan(2);      // one of them had to try again
  }

  private static void await(CyclicBarrier barrier) {
    try {
      barrier.await(10, TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
