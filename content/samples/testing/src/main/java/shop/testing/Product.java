package shop.testing;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.math.BigDecimal;

@Entity
public class Product {
  @Id @GeneratedValue(strategy = GenerationType.IDENTITY) private Long id;
  private String sku;
  private String name;
  private BigDecimal price;
  private int stock;

  protected Product() {}

  public Product(String sku, String name, String price, int stock) {
    this.sku = sku;
    this.name = name;
    this.price = new BigDecimal(price);
    this.stock = stock;
  }

  public Long getId() { return id; }
  public String getSku() { return sku; }
  public String getName() { return name; }
  public BigDecimal getPrice() { return price; }
  public int getStock() { return stock; }
}
