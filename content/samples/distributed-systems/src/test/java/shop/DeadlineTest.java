package shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import shop.failure.Deadline;

class DeadlineTest {

    @Test
    void callsShareOneBudget() {
        var now = new AtomicLong();
        var deadline = new Deadline(ms(1_000), now::get);
        assertThat(deadline.forCall(ms(400), ms(50))).isEqualTo(ms(400));
        now.addAndGet(ms(380).toNanos());
        assertThat(deadline.forCall(ms(800), ms(50))).isEqualTo(ms(570));
        now.addAndGet(ms(580).toNanos());
        assertThatThrownBy(() -> deadline.forCall(ms(400), ms(50))).hasMessageContaining("not sent");
    }

    private static Duration ms(long millis) {
        return Duration.ofMillis(millis);
    }
}
