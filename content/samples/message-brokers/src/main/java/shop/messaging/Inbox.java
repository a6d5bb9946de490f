package shop.messaging;

import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Component
public class Inbox {

    private final JdbcClient db;

    Inbox(JdbcClient db) {
        this.db = db;
    }

    // #region inbox
    /** True once per consumer and event; joins the transaction of the work. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean firstTime(String consumer, UUID eventId) {
        return db.sql("""
                insert into processed_event (consumer, event_id) values (?, ?)
                on conflict do nothing""")
                .params(consumer, eventId)
                .update() == 1;
    }
    // #endregion inbox
}
