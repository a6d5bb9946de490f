package shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.data.jpa.test.autoconfigure.DataJpaTest;
import org.springframework.boot.jdbc.test.autoconfigure.AutoConfigureTestDatabase;
import org.springframework.boot.jpa.test.autoconfigure.TestEntityManager;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataIntegrityViolationException;

@DataJpaTest // each test runs in a transaction that is rolled back
@AutoConfigureTestDatabase(replace = AutoConfigureTestDatabase.Replace.NONE)
@Import(ShopTest.RealDatabase.class)
class ProductRepositoryTest {
    @Autowired ProductRepository products;
    @Autowired TestEntityManager em;

    long mug;

    @BeforeEach
    void threeMugsAreInStock() {
        mug = em.persistAndFlush(mug("Mug", 3)).id;
    }

    static Product mug(String name, int stock) {
        return new Product("MUG-1", name, new BigDecimal("12.50"), stock);
    }

    @Test
    void takesTheLastPiecesButNeverMore() {
        assertThat(products.takeFromStock(mug, 3)).isEqualTo(1);
        assertThat(products.takeFromStock(mug, 1)).isZero();

        em.clear(); // forget the entity: read the row, not the cached object
        assertThat(products.findBySku("MUG-1").orElseThrow().stock).isZero();
    }

    @Test
    void theDatabaseRefusesASecondProductWithTheSameSku() {
        assertThatThrownBy(() -> products.saveAndFlush(mug("Copy", 1)))
                .isInstanceOf(DataIntegrityViolationException.class);
    }
}
