package shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The shop with a certificate, as openssl sees it from outside. */
@ActiveProfiles("https")
class TlsTest extends ShopTest {
    static Path folder;

    @LocalServerPort int port;

    @DynamicPropertySource
    static void ownCertificate(DynamicPropertyRegistry registry) throws Exception {
        folder = Files.createTempDirectory("tls");
        assertThat(run("bash", new File("tls/local-tls.sh").getAbsolutePath())).isZero();
        registry.add("TLS_DIR", folder::toString);
    }

    /** What a program ended with; what it said is in the file. */
    static int run(String... command) throws Exception {
        return new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true)
                .redirectInput(new File("/dev/null")).redirectOutput(folder.resolve("said").toFile()).start().waitFor();
    }

    int shakeHands(String version) throws Exception {
        // The level lets openssl itself offer what is long out of use.
        return run("openssl", "s_client", version, "-cipher", "DEFAULT@SECLEVEL=0", "-connect", "localhost:" + port,
                "-CAfile", "ca.pem", "-verify_return_error");
    }

    @Test
    void oldTlsIsRefusedAndNewTlsIsNot() throws Exception {
        assertThat(shakeHands("-tls1_3")).isZero();
        assertThat(folder.resolve("said")).content().contains("Verify return code: 0 (ok)");
        assertThat(shakeHands("-tls1_1")).isNotZero();
        assertThat(folder.resolve("said")).content().contains("alert protocol version");
    }
}
