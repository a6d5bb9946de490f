package shop.testing;

import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

public interface ProductRepository extends JpaRepository<Product, Long> {
  Optional<Product> findBySku(String sku);

  /** Takes the quantity if that many are left; returns the number of changed rows, 0 or 1. */
  @Modifying
  @Query("update Product p set p.stock = p.stock - :quantity where p.sku = :sku and p.stock >= :quantity")
  int reserve(String sku, int quantity);
}
