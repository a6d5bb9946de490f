package shop.ordering.application;

import shop.ordering.domain.OrderRuleViolation;

public class OutOfStock extends OrderRuleViolation {
    private final long productId;

    public OutOfStock(long productId) {
        super("Not enough stock of product " + productId + ".");
        this.productId = productId;
    }

    public long productId() { return productId; }
}
