package shop.console;

import java.math.BigDecimal;
import java.math.RoundingMode;

// #region rule
/** Turns one total into another: a discount, a fee, a rounding rule. */
@FunctionalInterface
public interface PriceRule {
    BigDecimal apply(BigDecimal total);

    default PriceRule then(PriceRule next) {
        return total -> next.apply(apply(total));
    }

    static PriceRule percentOff(int percent) {
        BigDecimal factor = BigDecimal.valueOf(100 - percent).movePointLeft(2);
        return total -> total.multiply(factor)
                .setScale(2, RoundingMode.HALF_UP);
    }

    static PriceRule euroOff(String amount) {
        BigDecimal off = new BigDecimal(amount);
        return total -> total.subtract(off).max(BigDecimal.ZERO);
    }
}
// #endregion rule
