package shop.formats;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;

/** Checks an order against order.schema.json before any code of ours sees it. */
public final class OrderSchema {

    // #region validate
    private static final Schema SCHEMA = SchemaRegistry
            .withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(text("/order.schema.json"), InputFormat.JSON);

    static List<String> problems(String json) {
        return SCHEMA.validate(json, InputFormat.JSON,
                        run -> run.executionConfig(
                                c -> c.formatAssertionsEnabled(true)))
                .stream()
                .map(e -> "order" + e.getInstanceLocation() + ": " + e.getMessage())
                .sorted()
                .toList();
    }
    // #endregion validate

    /** The same without formatAssertionsEnabled: "format" is then only a remark. */
    static List<String> problemsWithoutFormat(String json) {
        return SCHEMA.validate(json, InputFormat.JSON).stream()
                .map(e -> "order" + e.getInstanceLocation() + ": " + e.getMessage())
                .sorted()
                .toList();
    }

    private static String text(String resource) {
        try (InputStream in = OrderSchema.class.getResourceAsStream(resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private OrderSchema() { }
}
