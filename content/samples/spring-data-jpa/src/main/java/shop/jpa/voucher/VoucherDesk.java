package shop.jpa.voucher;

import java.math.BigDecimal;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Service;

@Service
public class VoucherDesk {

  private static final int ATTEMPTS = 5;

  private final VoucherService service;

  VoucherDesk(VoucherService service) {
    this.service = service;
  }

  // #region retry
  /** Has no transaction of its own: each attempt needs one that reads anew. */
  public void spend(String code, BigDecimal amount) {
    for (int attempt = 1; ; attempt++) {
      try {
        service.spend(code, amount);
        return;
      } catch (OptimisticLockingFailureException busy) {
        if (attempt == ATTEMPTS) throw busy;
      }
    }
  }
  // #endregion retry
}
