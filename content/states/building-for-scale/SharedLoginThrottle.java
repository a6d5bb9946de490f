package shop;

import java.util.List;
import java.util.Locale;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.core.script.RedisScript;
import org.springframework.stereotype.Component;

/** Counts logins for all instances in Redis. Without Redis each counts for itself, so no login goes uncounted. */
@Component
class SharedLoginThrottle {
    private static final RedisScript<Long> COUNT = RedisScript.of("""
            local used = redis.call('INCR', KEYS[1])
            if used == 1 then redis.call('EXPIRE', KEYS[1], ARGV[1]) end
            return used""", Long.class);

    private final StringRedisTemplate redis;
    private final LoginThrottle own;

    SharedLoginThrottle(StringRedisTemplate redis, LoginThrottle own) {
        this.redis = redis;
        this.own = own;
    }

    /** Call it before the password is looked at; true means: check it. */
    boolean mayTry(String email, String address) {
        try {
            boolean account = count(key(email)) <= LoginThrottle.PER_ACCOUNT;
            boolean place = count("login:address:" + address) <= LoginThrottle.PER_ADDRESS;
            return account && place;
        } catch (DataAccessException redisDown) {
            return own.mayTry(email, address);
        }
    }

    void succeeded(String email) {
        own.succeeded(email);
        try {
            redis.delete(key(email));
        } catch (DataAccessException redisDown) {
            // the count ends by itself
        }
    }

    private long count(String key) {
        return redis.execute(COUNT, List.of(key), String.valueOf(LoginThrottle.WINDOW.toSeconds()));
    }

    private static String key(String email) {
        return "login:account:" + email.strip().toLowerCase(Locale.ROOT);
    }
}
