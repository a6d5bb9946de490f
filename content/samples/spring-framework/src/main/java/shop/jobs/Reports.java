package shop.jobs;

import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

// #region scheduled
@Component
class Reports {
    final AtomicInteger nights = new AtomicInteger();

    /** 3 o'clock in the zone that is named; without one, in the machine's. */
    @Scheduled(cron = "0 0 3 * * *", zone = "Europe/Vienna")
    void nightly() {
        nights.incrementAndGet();
    }
}
// #endregion scheduled
