package shop.console;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads products from lines of {@code sku;name;price;stock}. */
public final class CatalogFile {
    private CatalogFile() {
    }

    // #region load
    public static Catalog load(Path file) {
        var catalog = new Catalog();
        int number = 0;
        try (BufferedReader in = Files.newBufferedReader(file)) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                number++;
                catalog.add(parse(line));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    file.getFileName() + ", line " + number, e);
        }
        return catalog;
    }
    // #endregion load

    private static Product parse(String line) {
        String[] cells = line.split(";");
        if (cells.length != 4) {
            throw new IllegalArgumentException("4 cells expected, found " + cells.length + ": " + line);
        }
        return new Product(cells[0], cells[1], new BigDecimal(cells[2]), Integer.parseInt(cells[3]));
    }
}
