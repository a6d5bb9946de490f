package shop.caching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.clearInvocations;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.math.BigDecimal;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.mockito.Mockito;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.data.redis.cache.RedisCacheManager;
import org.springframework.data.redis.cache.RedisCacheWriter;
import org.springframework.data.redis.connection.RedisConnectionFactory;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.bean.override.mockito.MockitoSpyBean;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;

@SpringBootTest(properties = "spring.data.redis.timeout=5s") // a slow build machine
@AutoConfigureMockMvc
@EnabledIf("shop.caching.RedisProcess#available")
class ProductCacheTest {

    @DynamicPropertySource
    static void ownRedis(DynamicPropertyRegistry registry) {
        registry.add("spring.data.redis.port", () -> RedisProcess.PORT);
    }

    @Autowired ProductCatalog catalog;
    @Autowired ProductLookup lookup;
    @Autowired StringRedisTemplate redis;
    @Autowired RedisConnectionFactory connections;
    @Autowired TransactionTemplate transactions;
    @Autowired MockMvc mvc;
    @MockitoSpyBean ProductRepository repository;

    @BeforeEach
    void emptyCache() {
        redis.delete(redis.keys("*"));
        clearInvocations(repository);
    }

    // #region test
    @Test
    void theSecondReadDoesNotReachTheDatabase() {
        catalog.find(42);
        assertThat(catalog.find(42)).get().extracting(Product::sku).isEqualTo("MUG-042");
        verify(repository, times(1)).findById(42);
    }

    @Test
    void aPriceChangeIsSeenByTheNextRead() {
        catalog.find(42);
        catalog.changePrice(42, new BigDecimal("13.90"));
        assertThat(catalog.find(42)).get().extracting(Product::price)
                .isEqualTo(new BigDecimal("13.90"));
    }

    @Test
    void everyEntryHasATimeToLive() {
        catalog.find(42);
        assertThat(redis.getExpire("catalog:v1:product::42")).isBetween(590L, 660L);
    }
    // #endregion test

    @Test
    void theEvictionWaitsForTheCommit() {
        catalog.find(42);
        transactions.executeWithoutResult(open -> {
            catalog.changePrice(42, new BigDecimal("14.90"));
            assertThat(redis.hasKey("catalog:v1:product::42")).isTrue(); // not yet
        });
        assertThat(redis.hasKey("catalog:v1:product::42")).isFalse();
    }

    @Test
    void aCallInsideTheSameClassBypassesTheCache() {
        catalog.basketTotal(42, 42, 42);
        verify(repository, times(3)).findById(42);
    }

    @Test
    void aMissingProductIsNotStoredByTheAnnotation() {
        assertThat(catalog.find(999)).isEmpty();
        assertThat(catalog.find(999)).isEmpty();
        verify(repository, times(2)).findById(999);
    }

    @Test
    void aMissingProductIsRememberedByTheHandWrittenLookup() {
        assertThat(lookup.find(999)).isEmpty();
        assertThat(lookup.find(999)).isEmpty();
        verify(repository, times(1)).findById(999);
    }

    @Test
    void withoutAGuardManyMissesBecomeManyQueries() throws Exception {
        slowDatabase();
        fiftyAtOnce(() -> lookup.find(41));
        long queries = Mockito.mockingDetails(repository).getInvocations().size();
        System.out.println("queries without guard: " + queries);
        assertThat(queries).isGreaterThan(10);
    }

    @Test
    void withTheGuardOneQueryServesAll() throws Exception {
        slowDatabase();
        fiftyAtOnce(() -> lookup.findGuarded(41));
        verify(repository, times(1)).findById(41);
    }

    @Test
    void syncTrueAloneDoesNotGuardRedis() throws Exception {
        slowDatabase();
        fiftyAtOnce(() -> catalog.findSynchronized(41));
        long queries = Mockito.mockingDetails(repository).getInvocations().size();
        System.out.println("queries with sync = true: " + queries);
        assertThat(queries).isGreaterThan(1);
    }

    @Test
    void syncTrueWithALockingWriterLoadsOnce() throws Exception {
        var locking = RedisCacheManager.builder(RedisCacheWriter.lockingRedisCacheWriter(connections)).build();
        var names = locking.getCache("locked");
        var loads = new AtomicInteger();
        fiftyAtOnce(() -> names.get(41, () -> {
            Thread.sleep(200);
            loads.incrementAndGet();
            return "Green tea";
        }));
        assertThat(loads).hasValue(1);
    }

    @Test
    void anUnchangedProductIsAnsweredWith304() throws Exception {
        String etag = mvc.perform(get("/api/products/41"))
                .andExpect(status().isOk())
                .andExpect(header().string("Cache-Control", "max-age=60, public"))
                .andReturn().getResponse().getHeader("ETag");
        mvc.perform(get("/api/products/41").header("If-None-Match", etag))
                .andExpect(status().isNotModified());
    }

    private void slowDatabase() {
        Mockito.doAnswer(call -> {
            Thread.sleep(200);
            return call.callRealMethod();
        }).when(repository).findById(41);
        clearInvocations(repository);
    }

    private static void fiftyAtOnce(Callable<?> read) throws Exception {
        var start = new CyclicBarrier(50);
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = IntStream.range(0, 50).mapToObj(i -> pool.submit(() -> {
                start.await();
                return read.call();
            })).toList();
            for (var one : all) {
                one.get();
            }
        }
    }
}
