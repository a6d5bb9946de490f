package shop.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShippingTest {

  // #region boundary
  @ParameterizedTest(name = "goods of {0} euro ship for {1}")
  @CsvSource({"0.01, 4.90", "49.99, 4.90", "50.00, 0", "50.01, 0"})
  void is_free_from_fifty_euro(BigDecimal goods, BigDecimal shipping) {
    assertThat(Shipping.costFor(goods)).isEqualByComparingTo(shipping);
  }
  // #endregion boundary
}
