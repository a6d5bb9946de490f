package shop.scale;

import java.util.Iterator;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** Reads a supplier's stock file no faster than the database can write it. */
public class StockImport {

    private static final String END = new String("end");
    private final ArrayBlockingQueue<String> queue;
    private final AtomicInteger ahead = new AtomicInteger();
    private volatile int maxAhead;

    public StockImport(int capacity) {
        this.queue = new ArrayBlockingQueue<>(capacity);
    }

    // #region import
    public void run(Iterator<String> lines, Consumer<String> writeToDatabase)
            throws InterruptedException {
        var writer = Thread.ofVirtual().start(() -> {
            try {
                for (var line = queue.take(); line != END; line = queue.take()) {
                    writeToDatabase.accept(line);
                    ahead.decrementAndGet();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        while (lines.hasNext()) {
            handOver(lines.next(), writer);
            maxAhead = Math.max(maxAhead, ahead.incrementAndGet());
        }
        handOver(END, writer);
        writer.join();
    }

    private void handOver(String line, Thread writer) throws InterruptedException {
        while (!queue.offer(line, 1, TimeUnit.SECONDS)) {  // full: stop reading
            if (!writer.isAlive()) {
                throw new IllegalStateException("writer has died");
            }
        }
    }
    // #endregion import

    int maxAhead() {
        return maxAhead;
    }
}
