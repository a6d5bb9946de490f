package shop.wiring;

import java.math.BigDecimal;

/** Stands in for the provider's client, which would need the address and an HTTP client. */
record ConsoleGateway(String providerUrl) implements Checkout.PaymentGateway {
    @Override
    public String charge(long orderId, BigDecimal amount) {
        System.out.println("POST " + providerUrl + "/charges " + amount + " for order " + orderId);
        return "pay-" + orderId;
    }
}
