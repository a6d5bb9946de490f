package shop.jpa;

public class SkuIsFixedException extends RuntimeException {
  SkuIsFixedException(String sku) {
    super("the SKU of this product stays " + sku);
  }
}
