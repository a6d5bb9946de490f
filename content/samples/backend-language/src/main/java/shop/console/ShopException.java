package shop.console;

/** A request the shop understood and had to refuse. */
public abstract sealed class ShopException extends RuntimeException
        permits OutOfStockException, UnknownProductException {
    protected ShopException(String message) {
        super(message);
    }
}
