package shop.loyalty;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.ProducerFencedException;

/** Turns captured payments into loyalty points, one point for each full euro. One thread only. */
public class PointsForwarder {

    private final Consumer<String, String> payments;
    private final Producer<String, String> points;

    public PointsForwarder(Consumer<String, String> payments, Producer<String, String> points) {
        this.payments = payments;
        this.points = points;
        payments.subscribe(List.of("demo.payments"));
        points.initTransactions();
    }

    // #region transaction
    /** Results and position take effect together, or neither. */
    public void forward() {
        var records = payments.poll(Duration.ofSeconds(1));
        if (records.isEmpty()) return;
        points.beginTransaction();
        try {
            var next = new HashMap<TopicPartition, OffsetAndMetadata>();
            for (var payment : records) {
                points.send(new ProducerRecord<>(
                        "demo.points", payment.key(), euros(payment)));
                next.put(new TopicPartition(payment.topic(), payment.partition()),
                        new OffsetAndMetadata(payment.offset() + 1));
            }
            points.sendOffsetsToTransaction(next, payments.groupMetadata());
            points.commitTransaction();
        } catch (ProducerFencedException e) {
            throw e;                    // somebody took over: stop here
        } catch (KafkaException e) {
            points.abortTransaction();
            rewind();                   // poll these records again
        }
    }
    // #endregion transaction

    private void rewind() {
        Map<TopicPartition, OffsetAndMetadata> committed = payments.committed(payments.assignment());
        for (TopicPartition partition : payments.assignment()) {
            OffsetAndMetadata position = committed.get(partition);
            if (position == null) {
                payments.seekToBeginning(List.of(partition));
            } else {
                payments.seek(partition, position);
            }
        }
    }

    private static String euros(ConsumerRecord<String, String> payment) {
        return new BigDecimal(payment.value()).toBigInteger().toString();
    }
}
