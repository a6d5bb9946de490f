package shop.testing;

// #region builder
/** A product with which all is well. A test names only what it is about. */
final class ProductBuilder {

  private String sku = "MUG-1";
  private String price = "12.50";
  private int stock = 3;

  static ProductBuilder product() {
    return new ProductBuilder();
  }

  ProductBuilder sku(String sku) {
    this.sku = sku;
    return this;
  }

  ProductBuilder price(String price) {
    this.price = price;
    return this;
  }

  ProductBuilder stock(int stock) {
    this.stock = stock;
    return this;
  }

  Product build() {
    return new Product(sku, "Product " + sku, price, stock);
  }
}
// #endregion builder
