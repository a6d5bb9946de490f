package shop.ordering.application;

/** Driven port: takes back what a cancelled order had reserved. */
public interface Restock {
    void release(long orderId);
}
