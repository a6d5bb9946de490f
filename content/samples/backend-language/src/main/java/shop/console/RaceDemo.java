package shop.console;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

/** Forty buyers, ten tea pots: first without and then with a lock. */
final class RaceDemo {
    // #region shelves
    static final class UnsafeShelf {
        private int left = 10;

        boolean buy() {
            if (left < 1) return false;
            takePayment();
            left = left - 1;
            return true;
        }
    }

    static final class SafeShelf {
        private int left = 10;

        boolean buy() {
            if (!reserveOne()) return false;
            takePayment();
            return true;
        }

        private synchronized boolean reserveOne() {
            if (left < 1) return false;
            left = left - 1;
            return true;
        }
    }
    // #endregion shelves

    static void takePayment() {
        try {
            Thread.sleep(Duration.ofMillis(20));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Lets forty buyers try once each, all at the same time, and returns how many got a pot. */
    static int rush(BooleanSupplier buy) throws InterruptedException {
        var sold = new AtomicInteger();
        List<Thread> buyers = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            buyers.add(Thread.ofPlatform().start(() -> {
                if (buy.getAsBoolean()) sold.incrementAndGet();
            }));
        }
        for (Thread buyer : buyers) buyer.join();
        return sold.get();
    }

    static void main() throws InterruptedException {
        var unsafe = new UnsafeShelf();
        IO.println("no lock: 10 pots, " + rush(unsafe::buy) + " sold, stock says " + unsafe.left);
        var safe = new SafeShelf();
        IO.println("locked:  10 pots, " + rush(safe::buy) + " sold, stock says " + safe.left);
    }
}
