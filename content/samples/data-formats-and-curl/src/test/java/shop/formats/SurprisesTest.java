package shop.formats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.error.YAMLException;

class SurprisesTest {
    @Test
    void plainWordsBecomeOtherTypesAndQuotesKeepThem() {
        assertEquals(Map.of("a", false, "b", "no", "c", 1.1, "d", 493, "e", 1350),
                Surprises.yaml("a: no\nb: \"no\"\nc: 1.10\nd: 0755\ne: 22:30\n"));
    }

    @Test
    void anAnchorIsMergedAndTheOwnKeyWins() throws Exception {
        var file = Surprises.yaml(Files.readString(Path.of("data/surprises.yaml")));
        assertEquals(List.of(Map.of("name", "api", "restart", "unless-stopped", "memory", "512m"),
                Map.of("name", "mail", "restart", "unless-stopped", "memory", "256m")), file.get("parts"));
    }

    @Test
    void aKeyThatStandsTwiceIsRefused() {
        assertThrows(YAMLException.class, () -> Surprises.yaml("pool: 10\npool: 40\n"));
    }

    @Test
    void aTabIsNoIndentation() {
        assertThrows(YAMLException.class, () -> Surprises.yaml("api:\n\tport: 8080\n"));
    }

    @Test
    void aTagOfAClassCreatesNothing() {
        assertThrows(YAMLException.class, () -> Surprises.yaml("!!java.io.File [secret]"));
    }

    @Test
    void quotesKeepCommasAndLineEndsInOneCell() throws Exception {
        var records = Surprises.csv(Path.of("data/products.csv"));
        assertEquals(List.of("Mug, blue", "Tea", "Pen"), records.stream().map(r -> r.get("name")).toList());
        assertEquals("two lines\nin one cell", records.get(1).get("note"));
    }

    @Test
    void aFormulaBecomesText() {
        assertEquals("'=1+1", Surprises.forSpreadsheet("=1+1"));
        assertEquals("'\t=1+1", Surprises.forSpreadsheet("\t=1+1"));
        assertEquals("Mug", Surprises.forSpreadsheet("Mug"));
    }
}
