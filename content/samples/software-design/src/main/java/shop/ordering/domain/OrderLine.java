package shop.ordering.domain;

public record OrderLine(long productId, int quantity, Money unitPrice) {
    public OrderLine {
        if (quantity < 1) throw new IllegalArgumentException("quantity: " + quantity);
    }

    Money total() {
        return unitPrice.times(quantity);
    }
}
