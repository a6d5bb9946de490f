package shop.messaging;

import java.util.ArrayList;
import java.util.concurrent.CompletableFuture;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
public class OutboxRelay {

    private static final long LOCK = 15_001;

    private record Row(long id, String topic, String recordKey, String payload) {
    }

    private final JdbcClient db;
    private final KafkaTemplate<String, String> kafka;

    OutboxRelay(JdbcClient db, KafkaTemplate<String, String> kafka) {
        this.db = db;
        this.kafka = kafka;
    }

    // #region relay
    @Scheduled(fixedDelay = 100)
    @Transactional
    public void sendPending() {
        boolean alone = db.sql("select pg_try_advisory_xact_lock(?)")
                .param(LOCK).query(Boolean.class).single();
        if (!alone) return;                       // another instance is sending

        var rows = db.sql("""
                select id, topic, record_key, payload from outbox
                where sent_at is null order by id limit 100""")
                .query(Row.class).list();

        var sends = new ArrayList<CompletableFuture<?>>();
        for (var row : rows) {
            sends.add(kafka.send(row.topic(), row.recordKey(), row.payload()));
        }
        sends.forEach(CompletableFuture::join);  // throws unless Kafka acknowledged

        for (var row : rows) {
            db.sql("update outbox set sent_at = now() where id = ?")
                    .param(row.id()).update();
        }
    }
    // #endregion relay
}
