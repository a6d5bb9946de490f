package shop.apis;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class OrderService {
    private final ProductRepository products;
    private final OrderRepository orders;
    private final CustomerRepository customers;
    private final JdbcClient jdbc;

    OrderService(ProductRepository products, OrderRepository orders, CustomerRepository customers, JdbcClient jdbc) {
        this.products = products;
        this.orders = orders;
        this.customers = customers;
        this.jdbc = jdbc;
    }

    // #region place
    @Transactional
    Order place(String key, OrderData data) {
        if (!customers.existsById(data.customerId()))
            throw new Unknown("customer", data.customerId());
        String hash = fingerprint(data);
        int claimed = jdbc.sql("""
                INSERT INTO idempotency_key (customer_id, key, request_hash)
                VALUES (?, ?, ?) ON CONFLICT DO NOTHING""")
                .params(data.customerId(), key, hash).update();
        if (claimed == 0) return replay(key, hash, data.customerId());

        // One sequence for all orders.
        List<OrderData.Line> lines = data.inLockOrder();
        for (OrderData.Line line : lines)
            if (products.takeFromStock(line.productId(), line.quantity()) == 0)
                throw products.existsById(line.productId())
                        ? new OutOfStock(line.productId())
                        : new Unknown("product", line.productId());
        Map<Long, Product> byId = new HashMap<>();       // one statement for all
        products.findAllById(lines.stream().map(OrderData.Line::productId).toList())
                .forEach(product -> byId.put(product.id, product));
        Order order = new Order(data.customerId());
        for (OrderData.Line line : lines)
            order.items.add(new OrderItem(line.productId(), line.quantity(),
                    byId.get(line.productId()).price));
        orders.saveAndFlush(order);
        jdbc.sql("""
                        UPDATE idempotency_key SET order_id = ?
                        WHERE customer_id = ? AND key = ?""")
                .params(order.id, data.customerId(), key).update();
        return order;
    }
    // #endregion place

    private Order replay(String key, String hash, long customerId) {
        var earlier = jdbc.sql("SELECT request_hash, order_id FROM idempotency_key WHERE customer_id = ? AND key = ?")
                .params(customerId, key)
                .query((row, n) -> new Earlier(row.getString(1), row.getLong(2))).single();
        if (!earlier.hash().equals(hash)) throw new KeyReused();
        return orders.findById(earlier.orderId()).orElseThrow();
    }

    private static String fingerprint(OrderData data) {
        String text = data.customerId() + ":" + data.items().stream()
                .map(line -> line.productId() + "x" + line.quantity()).collect(Collectors.joining(","));
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private record Earlier(String hash, long orderId) {}

    @Transactional(readOnly = true)
    Order get(long id) {
        return orders.findById(id).orElseThrow(() -> new NotFound("order", id));
    }
}
