package shop.ordering.application;

/** Driven port: all that ordering asks about customers. */
public interface Customers {
    boolean exists(long id);
}
