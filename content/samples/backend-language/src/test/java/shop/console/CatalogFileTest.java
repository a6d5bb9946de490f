package shop.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogFileTest {
    @TempDir
    Path folder;

    @Test
    void readsTheSampleCatalog() {
        assertEquals(3, CatalogFile.load(Path.of("products.csv")).all().size());
    }

    @Test
    void namesTheLineThatIsWrongAndKeepsTheCause() throws IOException {
        Path file = Files.writeString(folder.resolve("bad.csv"), "TEA-01;Tea;4.90;40\nMUG-01;Mug;12,50;1\n");
        var error = assertThrows(IllegalArgumentException.class, () -> CatalogFile.load(file));
        assertEquals("bad.csv, line 2", error.getMessage());
        assertInstanceOf(NumberFormatException.class, error.getCause());
    }

    @Test
    void aMissingFileKeepsItsCause() {
        var error = assertThrows(UncheckedIOException.class, () -> CatalogFile.load(folder.resolve("none.csv")));
        assertInstanceOf(NoSuchFileException.class, error.getCause());
    }
}
