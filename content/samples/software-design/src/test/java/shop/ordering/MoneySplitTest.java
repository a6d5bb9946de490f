package shop.ordering;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import shop.ordering.domain.Money;

class MoneySplitTest {
    // #region split
    @Test
    void splitsEvenly() {
        assertThat(Money.of("9.00").split(3))
                .isEqualTo(List.of(
                        Money.of("3.00"), Money.of("3.00"), Money.of("3.00")));
    }

    @Test
    void losesNoCent() {
        Money sum = Money.of("10.00").split(3).stream()
                .reduce(Money.ZERO, Money::plus);
        assertThat(sum).isEqualTo(Money.of("10.00"));
    }

    @Test
    void givesTheSpareCentsToTheFirstParts() {
        assertThat(Money.of("0.05").split(3))
                .isEqualTo(List.of(
                        Money.of("0.02"), Money.of("0.02"), Money.of("0.01")));
    }
    // #endregion split
}
