package shop.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;

@SpringBootTest
@AutoConfigureMockMvc
class ProbesTest {

    @TempDir
    static Path secrets;

    @Autowired
    MockMvc http;

    @Autowired
    StockIndex stock;

    @Value("${spring.datasource.password}")
    String password;

    @DynamicPropertySource
    static void mountedSecret(DynamicPropertyRegistry registry) throws IOException {
        Files.writeString(secrets.resolve("spring.datasource.password"), "from-a-file\n");
        System.setProperty("spring.config.import", "configtree:" + secrets + "/");
    }

    // #region probes
    @Test
    void aBusyCopyLeavesTheServiceWithoutBeingRestarted() throws Exception {
        http.perform(get("/actuator/health/readiness")).andExpect(status().isOk());

        stock.rebuild(() -> {
            assertThat(statusOf("/actuator/health/readiness")).isEqualTo(503);
            assertThat(statusOf("/actuator/health/liveness")).isEqualTo(200);
        });

        http.perform(get("/actuator/health/readiness")).andExpect(status().isOk());
    }
    // #endregion probes

    @Test
    void aMountedFileIsAProperty() {
        assertThat(password).isEqualTo("from-a-file");
    }

    private int statusOf(String path) {
        try {
            return http.perform(get(path)).andReturn().getResponse().getStatus();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
