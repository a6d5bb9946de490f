package shop.events;

/** Topic names, one per kind of event. The record key is always the order id. */
public final class Topics {

    public static final String ORDER_CREATED = "orders.created";
    public static final String STOCK_RESERVED = "stock.reserved";
    public static final String STOCK_REJECTED = "stock.rejected";
    public static final String PAYMENT_CAPTURED = "payments.captured";
    public static final String PAYMENT_DECLINED = "payments.declined";

    private Topics() {
    }
}
