package shop.jpa.voucher;

import java.math.BigDecimal;

public class VoucherSpentException extends RuntimeException {
  public VoucherSpentException(String code, BigDecimal balance) {
    super("Voucher " + code + " has only " + balance + " left");
  }
}
