package shop.realtime;

import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
public class Feeds {
    private final ConcurrentHashMap<Long, Feed> feeds = new ConcurrentHashMap<>();
    private final JdbcClient db;

    Feeds(JdbcClient db) {
        this.db = db;
    }

    Feed of(long customer) {
        return feeds.computeIfAbsent(customer, id -> new Feed(db, id));
    }

    /** Wakes who waits here; instances where nobody does have nothing to do. */
    void wake(long customer) {
        var feed = feeds.get(customer);
        if (feed != null) feed.wake();
    }

    void wakeAll() {
        feeds.values().forEach(Feed::wake);
    }

    /** The lock on the customer's row gives each notification its number, one after the other. */
    @Transactional
    public void append(long order, UUID eventId, String type, String text) {
        long customer = db.sql("""
                        select c.id from customer c join orders o on o.customer_id = c.id
                        where o.id = ? for update of c""").param(order).query(Long.class).single();
        db.sql("""
                        insert into notification (customer_id, no, event_id, type, body)
                        select ?, coalesce(max(no), 0) + 1, ?, ?, ? from notification where customer_id = ?
                        on conflict (event_id) do nothing""")
                .params(customer, eventId, type, text, customer).update();
    }
}
