package shop.jpa;

public class ProductNotFoundException extends RuntimeException {
  public ProductNotFoundException(Long id) {
    super("no product " + id);
  }
}
