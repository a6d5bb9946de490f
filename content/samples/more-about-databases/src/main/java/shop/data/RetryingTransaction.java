package shop.data;

import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Runs a piece of work as if it were alone, and runs it again if that failed. */
@Component
public class RetryingTransaction {

  private static final int ATTEMPTS = 4;
  private final TransactionTemplate serializable;

  public RetryingTransaction(PlatformTransactionManager manager) {
    serializable = new TransactionTemplate(manager);
    serializable.setIsolationLevel(TransactionDefinition.ISOLATION_SERIALIZABLE);
  }

  // #region run
  public <T> T run(Supplier<T> work) {
    for (int attempt = 1; ; attempt++) {
      try {
        return serializable.execute(status -> work.get());  // BEGIN … COMMIT
      } catch (ConcurrencyFailureException e) {             // 40001 or 40P01
        if (attempt == ATTEMPTS) {
          throw e;
        }
        pause(ThreadLocalRandom.current().nextLong(20L << attempt));
      }
    }
  }
  // #endregion run

  private static void pause(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting to retry", e);
    }
  }
}
