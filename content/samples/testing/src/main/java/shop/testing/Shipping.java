package shop.testing;

import java.math.BigDecimal;

/** Shipping costs 4.90 euro and is free from 50 euro. */
public final class Shipping {
  private static final BigDecimal FREE_FROM = new BigDecimal("50.00");

  private Shipping() {}

  public static BigDecimal costFor(BigDecimal goods) {
    return goods.compareTo(FREE_FROM) >= 0 ? BigDecimal.ZERO : new BigDecimal("4.90");
  }
}
