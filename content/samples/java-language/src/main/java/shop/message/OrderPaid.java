package shop.message;

import java.math.BigDecimal;

public class OrderPaid extends Message {
    private final BigDecimal amount;

    public OrderPaid(String to, BigDecimal amount) {
        super(to);
        this.amount = amount;
    }

    @Override
    protected String text() {
        return "We have received " + amount + " euro. Thank you.";
    }
}
