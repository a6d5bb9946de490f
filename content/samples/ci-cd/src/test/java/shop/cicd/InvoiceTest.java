package shop.cicd;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class InvoiceTest {
  @Test
  void roundsHalfACentUp() {
    assertThat(Invoice.gross(new BigDecimal("10.05"))).isEqualByComparingTo("11.96"); // 11.9595
  }
}
