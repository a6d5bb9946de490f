package shop.messaging;

/** The other side gave no answer. Waiting is the cure, and giving the record up is not. */
public class TryAgainLater extends RuntimeException {
    public TryAgainLater(String message) {
        super(message);
    }
}
