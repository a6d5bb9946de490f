package shop.caching;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.transaction.support.TransactionTemplate;

/** Nobody listens on port 1: the same as a Redis that is down. */
@SpringBootTest(properties = {
    "spring.data.redis.port=1",
    "spring.datasource.url=jdbc:h2:mem:down;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DB_CLOSE_DELAY=-1"
})
class RedisDownTest {

    @Autowired ProductCatalog catalog;
    @Autowired ProductLookup lookup;
    @Autowired TransactionTemplate transaction;

    @Test
    void theShopStillReadsAndWrites() {
        assertThat(catalog.find(41)).isPresent();
        catalog.changePrice(41, new BigDecimal("8.00"));
        assertThat(catalog.find(41)).get().extracting(Product::price).isEqualTo(new BigDecimal("8.00"));
        assertThat(lookup.find(41)).get().extracting(Product::price).isEqualTo(new BigDecimal("8.00"));
    }

    // #region in-transaction
    @Test
    void aWriteInsideATransactionCommitsWithoutAnError() {
        transaction.executeWithoutResult(status -> {
            catalog.find(42);
            catalog.changePrice(42, new BigDecimal("7.00"));
        });
        assertThat(catalog.find(42)).get().extracting(Product::price).isEqualTo(new BigDecimal("7.00"));
    }
    // #endregion in-transaction
}
