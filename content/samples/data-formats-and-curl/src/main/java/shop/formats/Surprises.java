package shop.formats;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/** Shows what YAML and CSV make of a text. Arguments: yaml or csv, and the file. */
public final class Surprises {
    private Surprises() {}

    // #region yaml
    /**
     * Plain values only, and no key twice: what
     * a program should read settings with.
     */
    static Map<String, Object> yaml(String text) {
        var options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        return new Yaml(new SafeConstructor(options)).load(text);
    }
    // #endregion yaml

    // #region csv
    static List<CSVRecord> csv(Path file) throws IOException {
        var format = CSVFormat.RFC4180.builder()
                // Names from the first line.
                .setHeader().setSkipHeaderRecord(true).get();
        try (var reader = Files.newBufferedReader(file); // UTF-8
             var parser = format.parse(reader)) {
            return parser.getRecords();
        }
    }

    /** A cell that a spreadsheet must show and never calculate. */
    static String forSpreadsheet(String cell) {
        return cell.matches("(?s)[=+\\-@\\t\\r].*") ? "'" + cell : cell;
    }
    // #endregion csv

    static String duplicate() {
        try {
            return yaml("pool: 10\npool: 40\n").toString();
        } catch (YAMLException e) {
            return e.getMessage().lines().filter(line -> line.contains("duplicate")).findFirst().orElseThrow();
        }
    }

    public static void main(String[] args) throws IOException {
        Path file = Path.of(args[1]);
        if (args[0].equals("csv")) {
            System.out.println("Split at every comma, the line of the mug has "
                    + Files.readAllLines(file).get(1).split(",").length + " cells.");
            for (CSVRecord record : csv(file))
                System.out.printf("%-7s| %-9s| %s%n", record.get("sku"), record.get("name"),
                        forSpreadsheet(record.get("note")).replaceAll("\\R", "⏎"));
            return;
        }
        yaml(Files.readString(file)).forEach((key, value) -> System.out.printf("%-10s %-8s %s%n", key,
                value == null ? "null" : value.getClass().getSimpleName().replace("LinkedHash", ""),
                value instanceof String text ? '"' + text.replace("\n", "⏎") + '"' : value));
        System.out.println(duplicate());
    }
}
