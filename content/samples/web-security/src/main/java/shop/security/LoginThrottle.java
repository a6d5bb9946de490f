package shop.security;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** Counts login attempts by account and by address, in the memory of one instance. */
final class LoginThrottle {
    static final Duration WINDOW = Duration.ofMinutes(15);
    static final int PER_ACCOUNT = 5;
    static final int PER_ADDRESS = 50;   // an office behind one address
    private final ConcurrentMap<String, Deque<Instant>> attempts = new ConcurrentHashMap<>();
    private final Clock clock;

    LoginThrottle(Clock clock) {
        this.clock = clock;
    }

    // #region throttle
    /** Call it before the password is looked at; true means: check it. */
    boolean mayTry(String email, String address) {
        boolean account = count(key(email), PER_ACCOUNT);
        boolean place = count("address " + address, PER_ADDRESS);
        return account && place;
    }

    /** After the right password only the account starts anew. */
    void succeeded(String email) {
        attempts.remove(key(email));
    }

    private boolean count(String key, int limit) {
        Instant now = clock.instant();
        boolean[] allowed = {false};
        attempts.compute(key, (_, earlier) -> {     // one thread per key
            var recent = earlier == null ? new ArrayDeque<Instant>() : earlier;
            while (!recent.isEmpty() && recent.peek().isBefore(now.minus(WINDOW)))
                recent.poll();
            allowed[0] = recent.size() < limit;
            if (allowed[0]) recent.add(now);
            return recent;
        });
        return allowed[0];
    }
    // #endregion throttle

    private static String key(String email) {
        return "account " + email.strip().toLowerCase(Locale.ROOT);
    }

    /** Forgets keys that nobody has tried for a while; a scheduled task calls it, or the map grows forever. */
    void forgetOld() {
        Instant limit = clock.instant().minus(WINDOW);
        attempts.keySet().forEach(key -> attempts.computeIfPresent(key,
                (_, times) -> times.isEmpty() || times.peekLast().isBefore(limit) ? null : times));
    }

    int remembered() {
        return attempts.size();
    }
}
