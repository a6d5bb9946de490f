package shop.audit;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import shop.events.Topics;

@Component
public class AuditListener {

    private final JdbcClient db;

    AuditListener(JdbcClient db) {
        this.db = db;
    }

    // #region audit
    @KafkaListener(groupId = "audit", batch = "true", topics = {
            Topics.ORDER_CREATED, Topics.STOCK_RESERVED, Topics.STOCK_REJECTED,
            Topics.PAYMENT_CAPTURED, Topics.PAYMENT_DECLINED})
    @Transactional
    public void on(List<ConsumerRecord<String, String>> records) {
        for (var r : records) {
            db.sql("""
                    insert into audit_event (topic, partition_no, offset_no,
                      record_key, recorded_at, payload)
                    values (?, ?, ?, ?, ?, ?)
                    on conflict do nothing""")
              .params(r.topic(), r.partition(), r.offset(), r.key(),
                      Instant.ofEpochMilli(r.timestamp()).atOffset(ZoneOffset.UTC),
                      r.value())
              .update();
        }
    }
    // #endregion audit
}
