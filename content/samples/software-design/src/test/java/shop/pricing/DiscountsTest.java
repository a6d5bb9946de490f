package shop.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static shop.pricing.Discounts.*;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class DiscountsTest {
    // #region test
    private final DiscountRule rule = capped(bestOf(List.of(percentFrom(10, 15), firstOrder("5.00"))));

    @Test
    void theBestRuleWins() {
        assertThat(rule.discount(new Basket(new BigDecimal("95.00"), 10, 0))).isEqualTo("14.25");
    }

    @Test
    void aDiscountIsNeverMoreThanTheBasket() {
        assertThat(rule.discount(new Basket(new BigDecimal("3.20"), 1, 0))).isEqualTo("3.20");
    }
    // #endregion test
}
