package shop.jpa;

public class OutOfStockException extends RuntimeException {
  public OutOfStockException(Long productId) {
    super("product " + productId + " has too little stock");
  }
}
