package shop.console;

import java.math.BigDecimal;

/** One line of an order; keeps the price of the day, so a later price change leaves old orders alone. */
public record OrderItem(Product product, int quantity, BigDecimal unitPrice) {
    public OrderItem {
        if (quantity <= 0) {
            throw new IllegalArgumentException("quantity must be positive, was " + quantity);
        }
    }

    public BigDecimal total() {
        return unitPrice.multiply(BigDecimal.valueOf(quantity));
    }
}
