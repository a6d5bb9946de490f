package shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.UnifiedJedis;
import shop.lock.PayoutStore;
import shop.lock.RedisLock;

class RedisLockTest {

    private static RedisProcess redis;
    private static UnifiedJedis client;

    @BeforeAll
    static void start() throws Exception {
        redis = RedisProcess.start();
        assumeTrue(redis != null, "no redis-server on this machine");
        client = RedisClient.create("localhost", redis.port);
    }

    @AfterAll
    static void stop() throws Exception {
        if (redis != null) {
            client.close();
            redis.close();
        }
    }

    // #region pause
    @Test
    void aHolderThatSleptIsRefusedByTheTable() throws Exception {
        var locks = new RedisLock(client);
        var payouts = payouts();

        var first =
                locks.tryAcquire("payout", Duration.ofMillis(200)).orElseThrow();
        assertThat(locks.tryAcquire("payout", Duration.ofMillis(200))).isEmpty();

        Thread.sleep(300);                    // a long pause; the lease runs out
        var second =
                locks.tryAcquire("payout", Duration.ofSeconds(5)).orElseThrow();
        assertThat(second.fence()).isGreaterThan(first.fence());

        var day = "2026-11-20";
        assertThat(payouts.save(day, new BigDecimal("512.40"), second.fence()))
                .isTrue();
        assertThat(payouts.save(day, new BigDecimal("498.00"), first.fence()))
                .isFalse();
        assertThat(payouts.total(day)).isEqualTo("512.40");

        assertThat(locks.release(first)).isFalse();      // not its lock any more
        assertThat(locks.release(second)).isTrue();
    }
    // #endregion pause

    @Test
    void oneOfManyWinsAtATime() throws Exception {
        var locks = new RedisLock(client);
        var winners = new AtomicInteger();
        var threads = new Thread[20];
        for (int i = 0; i < threads.length; i++) {
            threads[i] = Thread.startVirtualThread(() ->
                    locks.tryAcquire("report", Duration.ofSeconds(30)).ifPresent(lease -> winners.incrementAndGet()));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(winners).hasValue(1);
    }

    private static PayoutStore payouts() throws Exception {
        var db = new JdbcDataSource();
        db.setURL("jdbc:h2:mem:payout;MODE=PostgreSQL;DB_CLOSE_DELAY=-1");
        return new PayoutStore(db);
    }
}
