package shop;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import shop.ordering.application.PlaceOrder;

/** Retries are a matter of HTTP, so the use case knows nothing of keys; both share one transaction. */
@Component
class PlaceOnce {
    private final PlaceOrder placeOrder;
    private final OrderViews views;
    private final JdbcClient db;

    PlaceOnce(PlaceOrder placeOrder, OrderViews views, JdbcClient db) {
        this.placeOrder = placeOrder;
        this.views = views;
        this.db = db;
    }

    @Transactional
    OrderView place(long customer, String key, OrderData data) {
        String hash = fingerprint(data);
        int claimed = db.sql("""
                INSERT INTO idempotency_key (customer_id, key, request_hash)
                VALUES (?, ?, ?) ON CONFLICT DO NOTHING""")
                .params(customer, key, hash).update();
        if (claimed == 0) return replay(customer, key, hash);

        var items = data.inLockOrder().stream()
                .map(line -> new PlaceOrder.Item(line.productId(), line.quantity())).toList();
        long order = placeOrder.place(new PlaceOrder.Command(customer, items));
        db.sql("UPDATE idempotency_key SET order_id = ? WHERE customer_id = ? AND key = ?")
                .params(order, customer, key).update();
        return views.byId(order);
    }

    private OrderView replay(long customer, String key, String hash) {
        var earlier = db.sql("SELECT request_hash, order_id FROM idempotency_key WHERE customer_id = ? AND key = ?")
                .params(customer, key)
                .query((row, n) -> new Earlier(row.getString(1), row.getLong(2))).single();
        if (!earlier.hash().equals(hash)) throw new KeyReused();
        return views.byId(earlier.order());
    }

    private static String fingerprint(OrderData data) {
        String text = data.items().stream()
                .map(line -> line.productId() + "x" + line.quantity()).collect(Collectors.joining(","));
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private record Earlier(String hash, long order) {}
}
