package shop.bank;

import java.math.BigDecimal;

/** A bank account. Callers hold its monitor while they read or change the balance. */
public final class Account {
    private final long id;
    private BigDecimal balance;

    public Account(long id, BigDecimal balance) {
        this.id = id;
        this.balance = balance;
    }

    public long id() {
        return id;
    }

    public synchronized BigDecimal balance() {
        return balance;
    }

    synchronized void change(BigDecimal by) {
        BigDecimal after = balance.add(by);
        if (after.signum() < 0) {
            throw new IllegalStateException("account " + id + " holds " + balance + ", cannot change by " + by);
        }
        balance = after;
    }
}
