package shop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Runs the two single-file programs with the Java that runs the tests. */
class SourceFilesTest {
    @Test
    void firstProgram() throws Exception {
        assertEquals("Total: 22.30 euro", java("first/Total.java", "490", "2", "1250", "1"));
        assertEquals("usage: price quantity [price quantity ...], prices in cents", java("first/Total.java"));
    }

    @Test
    void structuredConcurrencyPreview() throws Exception {
        assertEquals("""
                name: interrupted, not needed any more
                page: stock service is down
                under one second: true""", java("--enable-preview", "--source", "25", "preview/ScopedPage.java"));
    }

    private static String java(String... args) throws Exception {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(args));
        Process process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        String out = new String(process.getInputStream().readAllBytes());
        process.waitFor(60, TimeUnit.SECONDS);
        return out.strip();
    }
}
