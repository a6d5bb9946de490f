package shop.console;

import java.math.BigDecimal;

/** Why prices are BigDecimal. */
final class MoneyDemo {
    // #region money
    static void main() {
        double asDouble = 0.0;
        BigDecimal exact = BigDecimal.ZERO;
        for (int i = 0; i < 1_000; i++) {
            asDouble += 0.10;
            exact = exact.add(new BigDecimal("0.10"));
        }
        IO.println("double     " + asDouble);
        IO.println("BigDecimal " + exact);
        BigDecimal one = new BigDecimal("2.0");
        BigDecimal other = new BigDecimal("2.00");
        IO.println("equals?    " + one.equals(other));
        IO.println("compareTo  " + one.compareTo(other));
    }
    // #endregion money
}
