package shop.shipping;

import java.math.BigDecimal;
import java.util.Objects;

public final class ShippingFee {
    public enum Zone {
        HOME("4.90"), ABROAD("12.90");

        private final BigDecimal basePrice;

        Zone(String basePrice) {
            this.basePrice = new BigDecimal(basePrice);
        }

        static Zone of(String country) {
            return country.equals("DE") || country.equals("AT") ? HOME : ABROAD;
        }
    }

    public enum Speed { STANDARD, EXPRESS }

    private static final BigDecimal FREE_FROM = new BigDecimal("50");
    private static final BigDecimal HEAVY_SURCHARGE = new BigDecimal("3.00");
    private static final BigDecimal EXPRESS_SURCHARGE = new BigDecimal("7.50");
    private static final BigDecimal NOTHING = new BigDecimal("0.00");
    private static final int HEAVY_ABOVE_GRAMS = 5_000;

    // #region after
    public record Parcel(Zone zone, BigDecimal goodsTotal, int grams, Speed speed) {
        public Parcel {
            Objects.requireNonNull(goodsTotal, "goodsTotal");
        }
    }

    public static BigDecimal feeFor(Parcel parcel) {
        if (shipsFree(parcel)) {
            return NOTHING;
        }
        return parcel.zone().basePrice
                .add(parcel.grams() > HEAVY_ABOVE_GRAMS ? HEAVY_SURCHARGE : NOTHING)
                .add(parcel.speed() == Speed.EXPRESS ? EXPRESS_SURCHARGE : NOTHING);
    }

    // The carrier bills us for crossing a border whatever the basket is worth,
    // so the free limit is for the home zone only (contract of 2026, clause 4).
    private static boolean shipsFree(Parcel parcel) {
        return parcel.zone() == Zone.HOME
                && parcel.speed() == Speed.STANDARD
                && parcel.goodsTotal().compareTo(FREE_FROM) >= 0;
    }
    // #endregion after

    private ShippingFee() {}
}
