package shop.page;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** A page made of three answers that are fetched at the same time. */
public record ProductPage(String name, int stock, List<String> reviews) {

    /** Where the three answers come from; each call blocks. */
    public record Sources(Supplier<String> name, Supplier<Integer> stock, Supplier<List<String>> reviews) {}

    // #region page
    public static CompletableFuture<ProductPage> load(
            Sources from, Executor executor) {
        var name = CompletableFuture.supplyAsync(from.name(), executor);
        var stock = CompletableFuture.supplyAsync(from.stock(), executor)
                .orTimeout(800, TimeUnit.MILLISECONDS);
        var reviews = CompletableFuture.supplyAsync(from.reviews(), executor)
                .completeOnTimeout(List.of(), 150, TimeUnit.MILLISECONDS)
                .exceptionally(problem -> List.of()); // the page lives without them
        return name.thenCombine(stock, (n, s) -> new ProductPage(n, s, List.of()))
                .thenCombine(reviews,
                        (page, r) -> new ProductPage(page.name, page.stock, r));
    }
    // #endregion page
}
