package shop.realtime;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** One customer's notifications, numbered 1, 2, 3… in memory; the shop keeps them in a table. */
class Feed {

    private final List<Notification> log = new ArrayList<>();

    // #region feed
    synchronized Notification append(String type, String text) {
        var next = new Notification(log.size() + 1, type, text);
        log.add(next);
        notifyAll();  // wake every request that waits on this feed
        return next;
    }

    synchronized List<Notification> after(long id) {
        int from = (int) Math.clamp(id, 0, log.size());
        return List.copyOf(log.subList(from, log.size()));
    }

    synchronized List<Notification> await(long id, Duration atMost)
            throws InterruptedException {
        long deadline = System.nanoTime() + atMost.toNanos();
        while (log.size() <= id) {
            long millis = (deadline - System.nanoTime()) / 1_000_000;
            if (millis <= 0) break;
            wait(millis);
        }
        return after(id);
    }
    // #endregion feed
}
