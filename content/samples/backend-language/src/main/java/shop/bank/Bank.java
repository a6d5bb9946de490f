package shop.bank;

import java.math.BigDecimal;

/** Moves money between accounts. */
public final class Bank {
    private Bank() {
    }

    // #region transfer
    public static void transfer(Account from, Account to, BigDecimal amount) {
        if (amount.signum() <= 0 || from.id() == to.id()) {
            throw new IllegalArgumentException(
                    "needs a positive amount and two accounts");
        }
        Account first = from.id() < to.id() ? from : to;
        Account second = first == from ? to : from;
        synchronized (first) {
            synchronized (second) {
                from.change(amount.negate()); // throws before anything moved
                to.change(amount);
            }
        }
    }
    // #endregion transfer
}
