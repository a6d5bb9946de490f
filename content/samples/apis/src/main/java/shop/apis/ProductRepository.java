package shop.apis;

import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

interface ProductRepository extends JpaRepository<Product, Long> {
    List<Product> findByIdGreaterThanOrderById(long after, Limit limit);

    Optional<Product> findBySku(String sku);

    @Modifying
    @Query("update Product p set p.stock = p.stock - :quantity, p.version = p.version + 1"
            + " where p.id = :id and p.stock >= :quantity")
    int takeFromStock(long id, int quantity);
}
