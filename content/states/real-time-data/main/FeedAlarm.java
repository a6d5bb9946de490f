package shop.realtime;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Hears of new notifications, whichever instance wrote them. Holds one connection of the pool for that. */
@Component
class FeedAlarm implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(FeedAlarm.class);

    private final DataSource data;
    private final Feeds feeds;
    private volatile Thread listener;

    FeedAlarm(DataSource data, Feeds feeds) {
        this.data = data;
        this.feeds = feeds;
    }

    @Override
    public void start() {
        listener = Thread.ofVirtual().name("feed-alarm").start(this::listen);
    }

    private void listen() {
        while (listener != null) {
            try (Connection connection = data.getConnection()) {
                try (var statement = connection.createStatement()) {
                    statement.execute("LISTEN notification");
                }
                feeds.wakeAll();                       // what came while nobody listened
                var alarms = connection.unwrap(PGConnection.class);
                while (listener != null)
                    for (var alarm : alarms.getNotifications(500)) feeds.wake(Long.parseLong(alarm.getParameter()));
            } catch (SQLException e) {
                log.warn("no alarms for a second: {}", e.getMessage());
                pause();
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(1_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void stop() {
        listener = null;
    }

    @Override
    public boolean isRunning() {
        return listener != null;
    }
}
