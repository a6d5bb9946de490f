package shop.caching;

import static org.springframework.transaction.event.TransactionPhase.AFTER_COMPLETION;

import org.springframework.cache.annotation.CacheEvict;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

@Component
public class ProductEvictions {

    // #region evict
    /** Of a Redis that is down the error handler hears, not the caller. */
    @TransactionalEventListener(phase = AFTER_COMPLETION, fallbackExecution = true)
    @CacheEvict(cacheNames = "product", key = "#change.id")
    public void on(ProductChanged change) {}
    // #endregion evict
}
