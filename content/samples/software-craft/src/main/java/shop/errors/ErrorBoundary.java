package shop.errors;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.UUID;
import java.util.function.Supplier;

/** The one place where failures become answers. A web framework gives you a hook for it. */
public final class ErrorBoundary {
    public record Answer(int status, String code, String text) {}

    private static final Logger LOG = System.getLogger("shop.errors");

    // #region boundary
    public static Answer answer(Supplier<OrderResult> useCase) {
        try {
            return switch (useCase.get()) {
                case OrderResult.Placed p ->
                        new Answer(201, "placed", "Order " + p.orderId());
                case OrderResult.OutOfStock o ->
                        new Answer(409, "out-of-stock",
                                "Only " + o.available() + " left");
                case OrderResult.PaymentDeclined d ->
                        new Answer(422, "declined", d.reason());
            };
        } catch (InvalidInput e) {
            return new Answer(400, "invalid-" + e.field(), e.getMessage());
        } catch (PaymentUnconfirmed e) {
            LOG.log(Level.WARNING, "payment unconfirmed", e);
            return new Answer(
                    202, "unconfirmed", "We are checking whether you paid");
        } catch (RuntimeException bug) {
            String incident = UUID.randomUUID().toString();
            LOG.log(Level.ERROR, "incident " + incident, bug);
            return new Answer(500, "internal", "Please quote incident " + incident);
        }
    }
    // #endregion boundary

    private ErrorBoundary() {}
}
