package shop.jpa.voucher;

import java.math.BigDecimal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
public class VoucherService {

  private final VoucherRepository vouchers;

  VoucherService(VoucherRepository vouchers) {
    this.vouchers = vouchers;
  }

  // #region spend
  /** Optimistic: reads without a lock. Whoever commits second is refused. */
  @Transactional
  public void spend(String code, BigDecimal amount) {
    vouchers.findByCode(code).orElseThrow().spend(amount);
  }

  /** Pessimistic: the row is locked before it is read. Whoever comes second waits. */
  @Transactional
  public void spendInTurn(String code, BigDecimal amount) {
    vouchers.findForSpending(code).orElseThrow().spend(amount);
  }
  // #endregion spend
}
