package shop.errors;

import java.math.BigDecimal;

/** Everything that the business considers an answer to "place this order". */
// #region result
public sealed interface OrderResult {
    record Placed(long orderId, BigDecimal total) implements OrderResult {}

    record OutOfStock(String sku, int available) implements OrderResult {}

    record PaymentDeclined(String reason) implements OrderResult {}
}
// #endregion result
