package shop.jpa;

public enum OrderStatus {
  NEW,
  PAID,
  SHIPPED,
  CANCELLED
}
