package shop.uml;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PaymentStatusTest {
    // #region drift
    private static final Pattern ARROW = Pattern.compile("([A-Z]+) --> ([A-Z]+)");

    @Test
    void diagramAndCodeAllowTheSameSteps() throws IOException {
        Set<String> drawn = ARROW
                .matcher(Files.readString(Path.of("uml/payment.mmd")))
                .results()
                .map(arrow -> arrow.group(1) + " to " + arrow.group(2))
                .collect(Collectors.toCollection(TreeSet::new));

        Set<String> coded = Arrays.stream(PaymentStatus.values())
                .flatMap(from -> from.next().stream().map(to -> from + " to " + to))
                .collect(Collectors.toCollection(TreeSet::new));

        assertEquals(coded, drawn);
    }
    // #endregion drift
}
