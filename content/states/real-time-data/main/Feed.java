package shop.realtime;

import java.time.Duration;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One customer's notifications. They lie in the table; here is only who waits for the next. */
class Feed {
    private final JdbcClient db;
    private final long customer;
    private long wakes;

    Feed(JdbcClient db, long customer) {
        this.db = db;
        this.customer = customer;
    }

    List<Notification> after(long no) {
        return db.sql("""
                        select no as id, type, body as text from notification
                        where customer_id = ? and no > ? order by no limit 100""")
                .params(customer, no).query(Notification.class).list();
    }

    List<Notification> await(long no, Duration atMost) throws InterruptedException {
        long deadline = System.nanoTime() + atMost.toNanos();
        while (true) {
            long before = wakes();      // counted before the look, so no alarm falls between
            var news = after(no);
            if (!news.isEmpty() || !waitForAlarm(before, deadline)) return news;
        }
    }

    synchronized void wake() {
        wakes++;
        notifyAll();
    }

    private synchronized long wakes() {
        return wakes;
    }

    /** @return false when the time is over */
    private synchronized boolean waitForAlarm(long before, long deadline) throws InterruptedException {
        while (wakes == before) {
            long millis = (deadline - System.nanoTime()) / 1_000_000;
            if (millis <= 0) return false;
            wait(millis);
        }
        return true;
    }
}
