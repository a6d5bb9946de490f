package shop.console;

/** More was asked for than is in stock; carries the numbers a caller needs to offer less. */
public final class OutOfStockException extends ShopException {
    private final int available;

    public OutOfStockException(String sku, int requested, int available) {
        super("only " + available + " of " + sku + " left, " + requested + " requested");
        this.available = available;
    }

    public int available() {
        return available;
    }
}
