package shop.messaging;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import shop.events.Event;
import tools.jackson.databind.json.JsonMapper;

@Component
public class Outbox {

    private final JdbcClient db;
    private final JsonMapper json;

    Outbox(JdbcClient db, JsonMapper json) {
        this.db = db;
        this.json = json;
    }

    // #region add
    @Transactional(propagation = Propagation.MANDATORY)
    public void add(String topic, Event event) {
        db.sql("""
                insert into outbox (event_id, topic, record_key, payload)
                values (?, ?, ?, ?)""")
          .params(event.eventId(), topic, Long.toString(event.orderId()),
                  json.writeValueAsString(event))
          .update();
    }
    // #endregion add
}
