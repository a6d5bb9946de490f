package shop.jpa.voucher;

import jakarta.persistence.LockModeType;
import jakarta.persistence.QueryHint;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.jpa.repository.QueryHints;

// #region lock
public interface VoucherRepository extends JpaRepository<Voucher, Long> {

  Optional<Voucher> findByCode(String code);

  @Lock(LockModeType.PESSIMISTIC_WRITE)  // select … for no key update
  @QueryHints(@QueryHint(
      name = "jakarta.persistence.lock.timeout", value = "2000"))
  @Query("select v from Voucher v where v.code = :code")
  Optional<Voucher> findForSpending(String code);
}
// #endregion lock
