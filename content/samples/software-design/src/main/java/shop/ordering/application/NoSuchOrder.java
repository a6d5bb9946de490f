package shop.ordering.application;

public class NoSuchOrder extends RuntimeException {
    public NoSuchOrder(long id) {
        super("No order " + id);
    }
}
