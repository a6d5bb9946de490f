package shop.ordering.application;

/** Driven port: tells whoever listens what has happened. */
public interface Events {
    void publish(Object event);
}
