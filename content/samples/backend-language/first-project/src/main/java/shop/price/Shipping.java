package shop.price;

import java.math.BigDecimal;

/** What sending an order costs. */
public final class Shipping {
    private static final BigDecimal FREE_FROM = new BigDecimal("50.00");

    private Shipping() {} // nobody needs an object of it

    public static BigDecimal cost(BigDecimal goods) {
        return isFree(goods) ? BigDecimal.ZERO : new BigDecimal("4.90");
    }

    static boolean isFree(BigDecimal goods) { // for this package only
        return goods.compareTo(FREE_FROM) >= 0;
    }
}
