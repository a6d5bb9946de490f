package shop.jpa;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

// #region repository
public interface ProductRepository extends JpaRepository<Product, Long> {

  Optional<Product> findBySku(String sku);

  List<Product> findByPriceLessThanOrderByPrice(BigDecimal limit);

  @Modifying(flushAutomatically = true, clearAutomatically = true)
  @Query("""
      update Product p set p.stock = p.stock - :quantity
      where p.id = :id and p.stock >= :quantity""")
  int takeStock(Long id, int quantity);
}
// #endregion repository
