package shop.bank;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class BankTest {
    @Test
    @Timeout(value = 10, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void opposingTransfersNeitherDeadlockNorLoseMoney() {
        var a = new Account(1, new BigDecimal("1000.00"));
        var b = new Account(2, new BigDecimal("1000.00"));
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 500; i++) {
                executor.submit(() -> Bank.transfer(a, b, BigDecimal.ONE));
                executor.submit(() -> Bank.transfer(b, a, BigDecimal.ONE));
            }
        }
        assertEquals(new BigDecimal("2000.00"), a.balance().add(b.balance()));
        assertEquals(new BigDecimal("1000.00"), a.balance());
    }

    @Test
    void anOverdraftIsRefusedAndChangesNothing() {
        var a = new Account(1, new BigDecimal("5.00"));
        var b = new Account(2, BigDecimal.ZERO);
        assertThrows(IllegalStateException.class, () -> Bank.transfer(a, b, BigDecimal.TEN));
        assertEquals(new BigDecimal("5.00"), a.balance());
    }
}
