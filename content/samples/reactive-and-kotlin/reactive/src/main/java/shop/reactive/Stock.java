package shop.reactive;

/** What the warehouse says; {@code known} is false when it did not answer in time. */
public record Stock(String sku, int free, boolean known) {

    static Stock unknown(String sku) {
        return new Stock(sku, 0, false);
    }
}
