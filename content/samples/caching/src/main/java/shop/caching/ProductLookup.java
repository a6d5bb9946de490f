package shop.caching;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.core.script.RedisScript;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Cache-aside by hand, so that every step of it can be seen. */
@Component
public class ProductLookup {

    private static final Duration TTL = Duration.ofMinutes(10);
    private static final Duration MISSING_TTL = Duration.ofSeconds(30);
    private static final String MISSING = "-";
    private static final RedisScript<Long> RELEASE = RedisScript.of(
            "if redis.call('GET', KEYS[1]) == ARGV[1] then return redis.call('DEL', KEYS[1]) else return 0 end",
            Long.class);

    private final StringRedisTemplate redis;
    private final ProductRepository products;
    private final JsonMapper json;

    public ProductLookup(StringRedisTemplate redis, ProductRepository products, JsonMapper json) {
        this.redis = redis;
        this.products = products;
        this.json = json;
    }

    // #region lookup
    public Optional<Product> find(long id) {
        String key = "product:" + id;
        String cached;
        try {
            cached = redis.opsForValue().get(key);
        } catch (DataAccessException redisDown) {
            return products.findById(id); // step over the cache, store nothing
        }
        return cached != null ? decode(cached) : loadAndStore(id, key);
    }

    private Optional<Product> loadAndStore(long id, String key) {
        Optional<Product> product = products.findById(id);
        if (product.isPresent()) {
            String body = json.writeValueAsString(product.get());
            store(key, body, CacheSettings.withJitter(TTL));
        } else {
            store(key, MISSING, MISSING_TTL);
        }
        return product;
    }

    private void store(String key, String value, Duration ttl) {
        try {
            redis.opsForValue().set(key, value, ttl);
        } catch (DataAccessException redisDown) {
            // the answer is already there; the next miss tries again
        }
    }
    // #endregion lookup

    private Optional<Product> decode(String cached) {
        return MISSING.equals(cached)
                ? Optional.empty()
                : Optional.of(json.readValue(cached, Product.class));
    }

    // #region single-flight
    public Optional<Product> findGuarded(long id) throws InterruptedException {
        String key = "product:" + id;
        String lock = "lock:" + key;
        String token = UUID.randomUUID().toString();
        for (int attempt = 0; attempt < 20; attempt++) {
            String cached = redis.opsForValue().get(key);
            if (cached != null) {
                return decode(cached);
            }
            if (redis.opsForValue()
                    .setIfAbsent(lock, token, Duration.ofSeconds(3))) {
                try {
                    // Filled while we took the lock?
                    cached = redis.opsForValue().get(key);
                    return cached != null ? decode(cached) : loadAndStore(id, key);
                } finally {
                    redis.execute(RELEASE, List.of(lock), token); // if still ours
                }
            }
            Thread.sleep(50);
        }
        return products.findById(id); // the lock holder is stuck: answer anyway
    }
    // #endregion single-flight
}
