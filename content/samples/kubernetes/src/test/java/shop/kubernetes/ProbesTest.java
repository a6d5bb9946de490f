package shop.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.web.servlet.MockMvc;

@SpringBootTest
@AutoConfigureMockMvc
class ProbesTest {

    @Autowired
    MockMvc http;

    @Autowired
    StockIndex stock;

    // #region probes
    @Test
    void aBusyCopyLeavesTheServiceWithoutBeingRestarted() throws Exception {
        http.perform(get("/readyz")).andExpect(status().isOk());

        stock.rebuild(() -> {
            assertThat(statusOf("/readyz")).isEqualTo(503);
            assertThat(statusOf("/livez")).isEqualTo(200);
        });

        http.perform(get("/readyz")).andExpect(status().isOk());
    }
    // #endregion probes

    private int statusOf(String path) {
        try {
            return http.perform(get(path)).andReturn().getResponse().getStatus();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
