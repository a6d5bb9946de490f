package shop.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ProductPageTest {
    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();

    @AfterEach
    void close() {
        executor.close();
    }

    @Test
    void threeAnswersMakeOnePage() {
        var page = ProductPage.load(new ProductPage.Sources(
                () -> "Blue mug", () -> 8, () -> List.of("Nice.")), executor).join();
        assertEquals(new ProductPage("Blue mug", 8, List.of("Nice.")), page);
    }

    // #region late
    @Test
    void aTimeoutEndsTheWaitingAndNotTheWork() throws Exception {
        var finished = new CountDownLatch(1);
        Supplier<List<String>> slow = () -> {
            pause(2_000);
            finished.countDown();
            return List.of("Too late.");
        };
        var page = ProductPage.load(new ProductPage.Sources(
                () -> "Blue mug", () -> 8, slow), executor).join();

        assertEquals(List.of(), page.reviews());
        // The page is out, the call still runs, and it runs to its end.
        assertEquals(1, finished.getCount());
        assertTrue(finished.await(10, TimeUnit.SECONDS));
    }
    // #endregion late

    @Test
    void brokenReviewsAreLeftOutAndBrokenStockIsAnError() {
        var noReviews = new ProductPage.Sources(() -> "Blue mug", () -> 8, () -> {
            throw new IllegalStateException("reviews down");
        });
        assertEquals(List.of(), ProductPage.load(noReviews, executor).join().reviews());

        var noStock = new ProductPage.Sources(() -> "Blue mug", () -> {
            throw new IllegalStateException("stock down");
        }, List::of);
        var e = assertThrows(CompletionException.class, () -> ProductPage.load(noStock, executor).join());
        assertInstanceOf(IllegalStateException.class, e.getCause());
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
