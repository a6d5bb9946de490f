package shop.price;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class ShippingTest {
    @Test
    void belowTheLimitShippingCostsSomething() {
        assertEquals(
                new BigDecimal("4.90"), Shipping.cost(new BigDecimal("49.99")));
    }

    @Test
    void theLimitItselfIsFree() {
        assertTrue(Shipping.isFree(new BigDecimal("50.00")));
    }
}
