package shop.ordering.application;

/** The command names something that does not exist. */
public class UnknownReference extends RuntimeException {
    public UnknownReference(String what, long id) {
        super("No " + what + " " + id);
    }
}
