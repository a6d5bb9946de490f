package shop.console;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;

/** Asks a slow supplier 2,000 times, on a pool and on virtual threads. */
final class FanOut {
    // #region fan-out
    static String askSupplier() throws InterruptedException {
        // Stands for a call that waits for the network.
        Thread.sleep(Duration.ofMillis(100));
        return "in stock";
    }

    static long millis(ExecutorService executor, Callable<String> call)
            throws Exception {
        long start = System.nanoTime();
        try (executor) {
            for (int i = 0; i < 2_000; i++) {
                executor.submit(call);
            }
        } // close() waits for all of them
        return (System.nanoTime() - start) / 1_000_000;
    }

    static void main() throws Exception {
        var pool = Executors.newFixedThreadPool(50);
        IO.println("pool of 50       "
                + millis(pool, FanOut::askSupplier) + " ms");
        var virtual = Executors.newVirtualThreadPerTaskExecutor();
        IO.println("virtual          "
                + millis(virtual, FanOut::askSupplier) + " ms");
        var permits = new Semaphore(50);
        var free = Executors.newVirtualThreadPerTaskExecutor();
        IO.println("virtual, 50 max  "
                + millis(free, () -> limited(permits)) + " ms");
    }
    // #endregion fan-out

    // #region limit
    static String limited(Semaphore permits) throws InterruptedException {
        permits.acquire();
        try {
            return askSupplier();
        } finally {
            permits.release();
        }
    }
    // #endregion limit
}
