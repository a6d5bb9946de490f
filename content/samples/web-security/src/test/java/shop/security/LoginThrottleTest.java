package shop.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LoginThrottleTest {
    static final class Time extends Clock {
        Instant now = Instant.parse("2026-11-20T09:00:00Z");

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    final Time time = new Time();
    final LoginThrottle throttle = new LoginThrottle(time);

    int allowed(int tries, String email, String address) {
        return (int) IntStream.range(0, tries).filter(_ -> throttle.mayTry(email, address)).count();
    }

    @Test
    void oneAccountFromManyAddresses() {
        int sum = 0;
        for (int i = 0; i < 20; i++) sum += allowed(1, i % 2 == 0 ? "ada@example.com" : " ADA@example.com", "10.0.0." + i);
        assertThat(sum).isEqualTo(LoginThrottle.PER_ACCOUNT);
    }

    @Test
    void manyAccountsFromOneAddress() {
        int sum = 0;
        for (int i = 0; i < 200; i++) sum += allowed(1, "user" + i + "@example.com", "203.0.113.9");
        assertThat(sum).isEqualTo(LoginThrottle.PER_ADDRESS);
    }

    @Test
    void theWindowPassesAndARightPasswordClearsTheAccount() {
        assertThat(allowed(9, "ada@example.com", "a")).isEqualTo(5);
        time.now = time.now.plus(Duration.ofMinutes(16));
        assertThat(allowed(1, "ada@example.com", "a")).isOne();
        throttle.succeeded("Ada@example.com");
        assertThat(allowed(9, "ada@example.com", "a")).isEqualTo(5);
        time.now = time.now.plus(Duration.ofMinutes(16));
        throttle.forgetOld();
        assertThat(throttle.remembered()).isZero();
    }

    @Test
    void fiftyGuessesAtTheSameMomentAreStillFive() throws Exception {
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Boolean> guess = () -> throttle.mayTry("ada@example.com", "a");
            long passed = 0;
            for (var result : pool.invokeAll(IntStream.range(0, 50).mapToObj(_ -> guess).toList()))
                if (result.get()) passed++;
            assertThat(passed).isEqualTo(5);
        }
    }
}
