package shop.jpa.voucher;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.math.BigDecimal;

// #region voucher
/** A gift voucher: its balance may be spent in several orders. */
@Entity
public class Voucher {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  private String code;

  private BigDecimal balance;

  @Version
  private int version; // Hibernate reads, compares, raises it; nobody sets it

  protected Voucher() {}

  public Voucher(String code, BigDecimal balance) {
    this.code = code;
    this.balance = balance;
  }

  public void spend(BigDecimal amount) {
    if (balance.compareTo(amount) < 0)
      throw new VoucherSpentException(code, balance);
    balance = balance.subtract(amount);
  }
  // #endregion voucher

  public BigDecimal getBalance() {
    return balance;
  }

  public int getVersion() {
    return version;
  }
}
