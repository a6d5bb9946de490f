package shop.shipping;

import java.math.BigDecimal;

/** How the code looked when it arrived. It works; nobody dares to touch it. */
public final class Calc {
    // #region before
    // calculates the price
    static BigDecimal calc(String c, BigDecimal t, int w, boolean x) {
        BigDecimal r = new BigDecimal("0.00");
        if (t != null) {
            if (c.equals("DE") || c.equals("AT")) {
                if (t.compareTo(new BigDecimal("50")) < 0 || x) {
                    r = new BigDecimal("4.90");
                    if (w > 5000) r = r.add(new BigDecimal("3.00")); // add 3
                    if (x) r = r.add(new BigDecimal("7.50"));
                }
            } else {
                r = new BigDecimal("12.90");
                if (w > 5000) r = r.add(new BigDecimal("3.00"));
                if (x) r = r.add(new BigDecimal("7.50"));
            }
        }
        return r;
    }
    // #endregion before

    private Calc() {}
}
