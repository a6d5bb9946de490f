package shop.caching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.cache.RedisCacheManager;
import org.springframework.data.redis.cache.RedisCacheWriter;
import org.springframework.data.redis.cache.RedisCacheWriter.RedisCacheWriterConfigurer;
import org.springframework.data.redis.connection.RedisConnectionFactory;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** What a read costs when Redis hangs or dies under a connection that was already open. */
@SpringBootTest(properties = "spring.datasource.url=jdbc:h2:mem:hangs;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DB_CLOSE_DELAY=-1")
@EnabledIf("shop.caching.RedisProcess#available")
class RedisHangsTest {

    @DynamicPropertySource
    static void ownRedis(DynamicPropertyRegistry registry) {
        registry.add("spring.data.redis.port", () -> RedisProcess.PORT);
    }

    @Autowired ProductCatalog catalog;
    @Autowired ProductLookup lookup;
    @Autowired RedisConnectionFactory connections;

    @Test
    void aHungRedisCostsOneTimeoutToAskAndOneToStore() throws Exception {
        connect();
        RedisProcess.signal("STOP");
        try {
            var annotation = millis(() -> catalog.find(42));
            var byHand = millis(() -> lookup.find(42));
            System.out.println("Redis hangs: @Cacheable " + annotation + " ms, by hand " + byHand + " ms");
            assertThat(annotation).isGreaterThanOrEqualTo(200);
            assertThat(byHand).isGreaterThanOrEqualTo(100);
        } finally {
            RedisProcess.signal("CONT");
        }
    }

    @Test
    void aDeferredEvictionFailsWithoutAWord() throws Exception {
        connect();
        var deferred = RedisCacheManager.builder(connections).build().getCache("product");
        var immediate = RedisCacheManager.builder(
                RedisCacheWriter.create(connections, RedisCacheWriterConfigurer::immediateWrites))
                .build().getCache("product");
        RedisProcess.signal("STOP");
        try {
            assertThatCode(() -> deferred.evict(42)).doesNotThrowAnyException(); // Spring Data 4's default
            assertThatThrownBy(() -> immediate.evict(42)).isInstanceOf(DataAccessException.class);
        } finally {
            RedisProcess.signal("CONT");
        }
    }

    @Test
    void aRedisThatDiedIsNotNoticedFaster() throws Exception {
        connect();
        RedisProcess.stop();
        try {
            Thread.sleep(500);
            var annotation = millis(() -> catalog.find(42));
            System.out.println("Redis died: @Cacheable " + annotation + " ms");
            assertThat(annotation).isGreaterThanOrEqualTo(200);
        } finally {
            RedisProcess.start();
        }
    }

    private void connect() {
        for (int i = 0; i < 5; i++) {
            catalog.find(41);
        }
    }

    private static long millis(Runnable read) {
        long start = System.nanoTime();
        read.run();
        return Duration.ofNanos(System.nanoTime() - start).toMillis();
    }
}
