package shop.download;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Seven tasks meet a pool of 2 to 4 threads with room for two in the queue. */
public final class PoolRules {
    private PoolRules() {}

    public static void main(String[] args) {
        var done = new CountDownLatch(1);
        // #region rules
        var pool = new ThreadPoolExecutor(2, 4, 30, TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(2), new ThreadPoolExecutor.AbortPolicy());
        for (int task = 1; task <= 7; task++) {
            try {
                pool.execute(() -> await(done));
                System.out.printf("task %d: threads %d, queued %d%n",
                        task, pool.getPoolSize(), pool.getQueue().size());
            } catch (RejectedExecutionException e) {
                System.out.printf("task %d: rejected%n", task);
            }
        }
        // #endregion rules
        done.countDown();
        pool.close();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
