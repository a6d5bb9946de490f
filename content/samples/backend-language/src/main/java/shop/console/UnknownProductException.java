package shop.console;

/** No product has this SKU. */
public final class UnknownProductException extends ShopException {
    public UnknownProductException(String sku) {
        super("no product with SKU " + sku);
    }
}
