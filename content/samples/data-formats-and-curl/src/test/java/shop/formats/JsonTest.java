package shop.formats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

class JsonTest {

    @Test
    void theOrderComesBackAsItWas() throws IOException {
        Order order = JsonOrders.read(Files.readAllBytes(Path.of("data/order.json")));
        assertEquals(Show.mugs(), order);
        assertEquals(new BigDecimal("12.50"), order.lines().getFirst().unitPrice());   // the zero too
        assertEquals(order, JsonOrders.read(JsonOrders.write(order)));
    }

    @Test
    void theLastOfTwoEqualNamesWinsUnlessForbidden() {
        String twice = "{\"sku\":\"MUG-1\",\"stock\":1,\"stock\":100}";
        var lenient = new JsonMapper().readValue(twice, JsonOrders.StockLevel.class);
        assertEquals(100, lenient.stock());
        assertThrows(JacksonException.class,
                () -> JsonOrders.STRICT.readValue(twice, JsonOrders.StockLevel.class));
    }

    @Test
    void strictMeansStrict() {
        for (String bad : List.of("{\"sku\":\"A\",\"stok\":1}", "{\"sku\":\"A\",\"stock\":1.5}",
                "{\"sku\":\"A\",\"stock\":null}", "{\"sku\":\"A\",\"stock\":1} x", "{\"sku\":\"A\"} {}")) {
            assertThrows(JacksonException.class,
                    () -> JsonOrders.STRICT.readValue(bad, JsonOrders.StockLevel.class), bad);
        }
    }

    @Test
    void nestingHasALimit() {
        String deep = "[".repeat(2000) + "]".repeat(2000);
        var e = assertThrows(JacksonException.class, () -> new JsonMapper().readTree(deep));
        assertTrue(e.getOriginalMessage().contains("500"));
    }

    @Test
    void aBadLineDoesNotStopTheOthers() throws IOException {
        List<String> taken = new ArrayList<>();
        try (var in = Files.newBufferedReader(Path.of("data/stock.ndjson"))) {
            List<String> problems = JsonOrders.importStock(in, level -> taken.add(level.sku()));
            assertEquals(1, problems.size());
            assertTrue(problems.getFirst().startsWith("line 2:"));
        }
        assertEquals(List.of("MUG-1", "PEN-3"), taken);
    }

    @Test
    void theSchemaNamesEveryFault() throws IOException {
        String bad = Files.readString(Path.of("data/bad-order.json"));
        List<String> problems = OrderSchema.problems(bad);
        assertEquals(Files.readString(Path.of("output/schema.txt")).strip(), String.join("\n", problems));
        assertTrue(OrderSchema.problemsWithoutFormat(bad).stream().noneMatch(p -> p.startsWith("order/createdAt")));
        assertEquals(List.of(), OrderSchema.problems(Files.readString(Path.of("data/order.json"))));
    }

    @Test
    void onePointZeroIsAnInteger() {
        String order = new String(JsonOrders.write(Show.mugs()), StandardCharsets.UTF_8)
                .replace("\"quantity\":2", "\"quantity\":2.0");
        assertEquals(List.of(), OrderSchema.problems(order));
        assertThrows(JacksonException.class, () -> JsonOrders.read(order.getBytes(StandardCharsets.UTF_8)));
    }
}
