package shop.reliability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.boot.webmvc.test.autoconfigure.MockMvcPrint;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@SpringBootTest
@AutoConfigureMockMvc(print = MockMvcPrint.NONE)
@ExtendWith(OutputCaptureExtension.class)
class LoggingContractTest {
  @Autowired MockMvc mvc;
  final JsonMapper json = new JsonMapper();

  // #region contract
  @Test
  void everyLineOfARequestCarriesItsCorrelationId(CapturedOutput output)
          throws Exception {
    pay(701, "cart-7f3a91");
    await().until(() -> lines(output).size() == 2);
    assertThat(lines(output)).allSatisfy(line -> {
      assertThat(line.get("correlation_id").asString()).isEqualTo("cart-7f3a91");
      assertThat(line.get("order_id").asLong()).isEqualTo(701);
    });
  }

  @Test
  void aHostileIdIsReplaced(CapturedOutput output) throws Exception {
    pay(701, "x\n{\"message\":\"order refunded\"}");
    await().until(() -> lines(output).size() == 2);
    assertThat(lines(output)).allSatisfy(line ->
        assertThat(line.get("correlation_id").asString()).hasSize(36));
  }
  // #endregion contract

  @Test
  void cardNumbersAreMaskedAndFailuresAreSummarized(CapturedOutput output) {
    assertThatThrownBy(() -> pay(702, "cart-7f3a92")).hasMessageContaining("capture failed");
    assertThat(output.getAll()).doesNotContain("4111");
    assertThat(lines(output)).hasSize(2);
    assertThat(lines(output).getLast().at("/http/status").asInt()).isEqualTo(500);
  }

  void pay(long order, String correlationId) throws Exception {
    mvc.perform(post("/api/orders/{id}/payment", order)
        .header("X-Correlation-Id", correlationId)
        .contentType(MediaType.APPLICATION_JSON)
        .content("{\"method\":\"card\",\"cardNumber\":\"4111111111111111\"}"));
  }

  List<JsonNode> lines(CapturedOutput output) {
    return output.getAll().lines()
        .filter(l -> l.startsWith("{") && l.endsWith("}") && l.contains("correlation_id")).map(json::readTree).toList();
  }
}
