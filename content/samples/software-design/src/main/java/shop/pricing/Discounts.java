package shop.pricing;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;

public final class Discounts {
    private Discounts() {}

    public record Basket(BigDecimal subtotal, int items, int earlierOrders) {}

    // #region rules
    /** Strategy: each rule answers how much it takes off this basket. */
    @FunctionalInterface
    public interface DiscountRule {
        BigDecimal discount(Basket basket);
    }

    public static DiscountRule percentFrom(int items, int percent) {
        return b -> b.items() < items ? BigDecimal.ZERO
                : b.subtotal().multiply(BigDecimal.valueOf(percent, 2))
                        .setScale(2, RoundingMode.HALF_UP);
    }

    public static DiscountRule firstOrder(String euro) {
        return b -> b.earlierOrders() > 0 ? BigDecimal.ZERO : new BigDecimal(euro);
    }

    /** Composite: many rules that look like one. The customer gets the best. */
    public static DiscountRule bestOf(List<DiscountRule> rules) {
        return b -> rules.stream().map(r -> r.discount(b))
                .max(Comparator.naturalOrder()).orElse(BigDecimal.ZERO);
    }

    /** Decorator: one more duty. Never takes off more than the basket costs. */
    public static DiscountRule capped(DiscountRule inner) {
        return b -> inner.discount(b).min(b.subtotal());
    }
    // #endregion rules
}
