package shop.formats;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Reads and writes orders as JSON, and stock levels as one JSON object a line. */
public final class JsonOrders {

    // #region strict
    /** For requests: what we do not understand is an error. */
    static final JsonMapper STRICT = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .build();

    static Order read(byte[] json) {
        return STRICT.readValue(json, Order.class);
    }
    // #endregion strict

    static byte[] write(Order order) {
        return STRICT.writeValueAsBytes(order);
    }

    public record StockLevel(String sku, int stock) { }

    // #region ndjson
    /** Hands each good line on at once; returns what was wrong with the others. */
    static List<String> importStock(BufferedReader in, Consumer<StockLevel> sink)
            throws IOException {
        List<String> problems = new ArrayList<>();
        int number = 0;
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            number++;
            if (line.isBlank()) {
                continue;
            }
            try {
                sink.accept(STRICT.readValue(line, StockLevel.class));
            } catch (JacksonException e) {
                problems.add("line " + number + ": " + e.getOriginalMessage());
            }
        }
        return problems;
    }
    // #endregion ndjson

    private JsonOrders() { }
}
