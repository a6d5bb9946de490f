package shop.lock;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import redis.clients.jedis.UnifiedJedis;

/** A lock with a time limit on one Redis, which also hands out a number that only rises. */
public final class RedisLock {

    /** owner proves whose lock it is, fence orders the holders. */
    public record Lease(String name, String owner, long fence) {}

    private final UnifiedJedis redis;

    public RedisLock(UnifiedJedis redis) {
        this.redis = redis;
    }

    // #region acquire
    private static final String ACQUIRE = """
            if redis.call('SET', KEYS[1], ARGV[1], 'NX', 'PX', ARGV[2]) then
              return redis.call('INCR', KEYS[2])
            end
            return false
            """;

    private static final String RELEASE = """
            if redis.call('GET', KEYS[1]) == ARGV[1] then
              return redis.call('DEL', KEYS[1])
            end
            return 0
            """;

    public Optional<Lease> tryAcquire(String name, Duration limit) {
        String owner = UUID.randomUUID().toString();
        Object fence = redis.eval(
                ACQUIRE, keys(name), List.of(owner, "" + limit.toMillis()));
        return Optional.ofNullable((Long) fence)
                .map(number -> new Lease(name, owner, number));
    }

    public boolean release(Lease lease) {
        return redis.eval(RELEASE, keys(lease.name()), List.of(lease.owner()))
                .equals(1L);
    }

    private static List<String> keys(String name) {
        // Braces: one hash slot in a cluster.
        return List.of("{" + name + "}:lock", "{" + name + "}:fence");
    }
    // #endregion acquire
}
