package shop.debugging;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** Fails on purpose: the last SKU of the order has no price. */
public final class ReceiptDemo {
    static final Map<String, BigDecimal> PRICES =
            Map.of("MUG", new BigDecimal("12.50"), "TEA", new BigDecimal("4.90"));

    // #region receipt
    static BigDecimal total(List<String> skus) {
        BigDecimal sum = BigDecimal.ZERO;
        for (String sku : skus) {
            BigDecimal price = PRICES.get(sku);
            sum = sum.add(price);
        }
        return sum;
    }

    static String receipt(long orderId, List<String> skus) {
        try {
            return "Order " + orderId + ": " + total(skus) + " euro";
        } catch (RuntimeException e) {
            throw new IllegalStateException("receipt for order " + orderId, e);
        }
    }
    // #endregion receipt

    public static void main(String[] args) {
        System.out.println(receipt(501, List.of("MUG", "TEA")));
        System.out.println(receipt(502, List.of("MUG", "POT")));
    }
}
