package shop.ordering.domain;

public class OrderRuleViolation extends RuntimeException {
    public OrderRuleViolation(String message) {
        super(message);
    }
}
