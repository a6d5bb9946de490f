package shop.memory;

import java.util.concurrent.atomic.AtomicInteger;

/** Four threads count to 100,000 each: volatile is not enough. */
public final class Counters {
    static final int THREADS = 4;
    static final int EACH = 100_000;

    volatile int visible;
    final AtomicInteger atomic = new AtomicInteger();

    void run() throws InterruptedException {
        var threads = new Thread[THREADS];
        for (int t = 0; t < THREADS; t++) {
            threads[t] = Thread.ofPlatform().start(() -> {
                for (int i = 0; i < EACH; i++) {
                    visible++;                   // read, add, write: three steps
                    atomic.incrementAndGet();    // one step
                }
            });
        }
        for (Thread thread : threads) {
            thread.join();                       // happens-before: their writes are visible now
        }
    }

    public static void main(String[] args) throws InterruptedException {
        var counters = new Counters();
        counters.run();
        System.out.println("volatile int++: " + counters.visible);
        System.out.println("AtomicInteger:  " + counters.atomic.get());
    }
}
