package shop.ordering.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

// #region money
/** Euro, never negative, always two decimals: 9.5 and 9.50 are the same. */
public record Money(BigDecimal amount) {
    public static final Money ZERO = Money.of("0");

    public Money {
        if (amount.signum() < 0)
            throw new IllegalArgumentException("negative: " + amount);
        amount = amount.setScale(2, RoundingMode.UNNECESSARY);
    }

    public static Money of(String euro) {
        return new Money(new BigDecimal(euro));
    }

    public Money plus(Money other) {
        return new Money(amount.add(other.amount));
    }

    public Money times(int n) {
        return new Money(amount.multiply(BigDecimal.valueOf(n)));
    }
    // #endregion money

    // #region split
    /** Splits into parts that differ by a cent at most and add up to this. */
    public List<Money> split(int parts) {
        if (parts < 1) throw new IllegalArgumentException("parts: " + parts);
        long cents = amount.movePointRight(2).longValueExact();
        long share = cents / parts;
        long left = cents % parts;
        List<Money> result = new ArrayList<>();
        for (int i = 0; i < parts; i++) {
            long part = share + (i < left ? 1 : 0);
            result.add(new Money(BigDecimal.valueOf(part, 2)));
        }
        return result;
    }
    // #endregion split
}
