package shop.patterns;

import java.lang.System.Logger.Level;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

public final class OrderEvents {
    public record OrderCreated(long orderId) {}

    private static final System.Logger LOG = System.getLogger("shop.events");

    // #region observer
    private final List<Consumer<OrderCreated>> observers =
            new CopyOnWriteArrayList<>();

    /** Close the returned subscription, or the observer lives as long as this. */
    public Subscription subscribe(Consumer<OrderCreated> observer) {
        observers.add(observer);
        return () -> observers.remove(observer);
    }

    public void publish(OrderCreated event) {
        for (Consumer<OrderCreated> observer : observers) {
            try {
                // Same thread: a slow observer delays the order.
                observer.accept(event);
            } catch (RuntimeException e) {
                LOG.log(Level.ERROR,
                        "observer failed for order " + event.orderId(), e);
            }
        }
    }

    public interface Subscription extends AutoCloseable {
        @Override void close();
    }
    // #endregion observer
}
