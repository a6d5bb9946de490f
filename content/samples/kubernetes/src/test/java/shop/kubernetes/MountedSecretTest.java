package shop.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;

class MountedSecretTest {

    // #region secret
    @Test
    void aMountedFileIsAProperty(@TempDir Path mounted) throws IOException {
        String name = "spring.datasource.password";
        Files.writeString(mounted.resolve(name), "from-a-file\n");

        try (var app = new SpringApplicationBuilder(ShopApi.class)
                .web(WebApplicationType.NONE)
                .run("--spring.config.import=configtree:" + mounted + "/")) {
            String password = app.getEnvironment().getProperty(name);
            assertThat(password).isEqualTo("from-a-file");
        }
    }
    // #endregion secret
}
