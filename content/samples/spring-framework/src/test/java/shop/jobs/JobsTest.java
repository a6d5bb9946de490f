package shop.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.EnableAsync;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.scheduling.support.CronExpression;
import shop.mail.Mailer;

class JobsTest {
    static class SlowMail implements Mailer {
        final CountDownLatch answer = new CountDownLatch(1);
        final List<String> sent = new CopyOnWriteArrayList<>();

        @Override
        public void send(String to, String subject) {
            try {
                answer.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            sent.add(to);
        }

        @Override
        public boolean reachable() {
            return true;
        }
    }

    @EnableAsync
    static class WithMail {
        @Bean SlowMail mailer() { return new SlowMail(); }
    }

    @Test
    void whoPublishesDoesNotWaitForAnAsyncListener() {
        try (var context = new AnnotationConfigApplicationContext(WithMail.class, Registration.class, Welcome.class)) {
            var mail = context.getBean(SlowMail.class);
            context.getBean(Registration.class).join("ada@shop.example");
            assertThat(mail.sent).isEmpty();                 // join has returned, the mail server has not
            mail.answer.countDown();
            await().untilAsserted(() -> assertThat(mail.sent).containsExactly("ada@shop.example"));
        }
    }

    // #region plain
    static class Refusing {
        @EventListener
        void refuse(UserJoined event) {
            throw new IllegalStateException("no seat left");
        }
    }

    @Test
    void aPlainListenerIsACallAndItsExceptionReachesTheSender() {
        try (var context = new AnnotationConfigApplicationContext(Registration.class, Refusing.class)) {
            assertThatThrownBy(() -> context.getBean(Registration.class).join("ada@shop.example"))
                    .hasMessage("no seat left");
        }
    }
    // #endregion plain

    // #region one-thread
    @EnableScheduling
    static class TwoJobs {
        final CountDownLatch release = new CountDownLatch(1);
        final AtomicInteger quick = new AtomicInteger();

        @Scheduled(fixedDelay = 20)
        void slow() throws InterruptedException {
            release.await();
        }

        @Scheduled(fixedDelay = 20, initialDelay = 50)
        void quick() {
            quick.incrementAndGet();
        }
    }

    @Test
    void oneSlowJobStopsAllOthers() throws InterruptedException {
        try (var context = new AnnotationConfigApplicationContext(TwoJobs.class)) {
            var jobs = context.getBean(TwoJobs.class);
            Thread.sleep(400);
            // There is one thread, and it is taken.
            assertThat(jobs.quick).hasValue(0);
            jobs.release.countDown();
            await().until(() -> jobs.quick.get() > 0);
        }
    }
    // #endregion one-thread

    @Test
    void theJobRunsAtThreeOnBothSidesOfTheChangeOfClocks() {
        var atThree = CronExpression.parse("0 0 3 * * *");
        var vienna = ZoneId.of("Europe/Vienna");
        var saturday = ZonedDateTime.of(2026, 10, 24, 12, 0, 0, 0, vienna);
        var sunday = atThree.next(saturday);
        assertThat(sunday).isEqualTo(ZonedDateTime.of(2026, 10, 25, 3, 0, 0, 0, vienna));
        assertThat(Duration.between(saturday, sunday)).isEqualTo(Duration.ofHours(16));   // the night has an hour more
    }
}
