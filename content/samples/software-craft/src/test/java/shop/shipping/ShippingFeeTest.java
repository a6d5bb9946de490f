package shop.shipping;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import shop.shipping.ShippingFee.Parcel;
import shop.shipping.ShippingFee.Speed;
import shop.shipping.ShippingFee.Zone;

class ShippingFeeTest {
    // #region characterization
    @Test
    void newCodeAgreesWithOldCodeOnBothSidesOfEveryLimit() {
        int cases = 0;
        for (String country : new String[] {"DE", "AT", "FR"})
            for (String total : new String[] {"0.00", "49.99", "50.00", "50.01"})
                for (int grams : new int[] {1, 5_000, 5_001})
                    for (Speed speed : Speed.values()) {
                        BigDecimal goods = new BigDecimal(total);
                        BigDecimal old = Calc.calc(
                                country, goods, grams, speed == Speed.EXPRESS);
                        var parcel = new Parcel(
                                Zone.of(country), goods, grams, speed);
                        assertEquals(old, ShippingFee.feeFor(parcel),
                                country + " " + parcel);
                        cases++;
                    }
        assertEquals(72, cases);
    }
    // #endregion characterization

    @Test
    void theOneDifferenceIsDeliberate() {
        assertEquals(new BigDecimal("0.00"), Calc.calc("FR", null, 9_000, true));
        assertThrows(NullPointerException.class,
                () -> new Parcel(Zone.ABROAD, null, 9_000, Speed.EXPRESS));
    }
}
