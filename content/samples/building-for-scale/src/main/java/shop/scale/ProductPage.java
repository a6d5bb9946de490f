package shop.scale;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** Builds the product page; only the product itself may fail the request. */
public class ProductPage {

    public record View(String product, List<String> alsoBought, String stockHint) {}

    private final Function<String, String> catalog;
    private final Function<String, List<String>> recommendations;
    private final Function<String, Integer> inventory;
    private final Executor executor;

    public ProductPage(Function<String, String> catalog,
            Function<String, List<String>> recommendations,
            Function<String, Integer> inventory, Executor executor) {
        this.catalog = catalog;
        this.recommendations = recommendations;
        this.inventory = inventory;
        this.executor = executor;
    }

    // #region page
    public View show(String sku) {
        var alsoBought = CompletableFuture
                .supplyAsync(() -> recommendations.apply(sku), executor)
                .completeOnTimeout(List.of(), 150, TimeUnit.MILLISECONDS)
                .exceptionally(e -> List.of());
        var stockHint = CompletableFuture
                .supplyAsync(() -> inventory.apply(sku) > 0
                        ? "In stock" : "Sold out", executor)
                .completeOnTimeout(
                        "Checked at checkout", 150, TimeUnit.MILLISECONDS)
                .exceptionally(e -> "Checked at checkout");
        // No fallback: without it there is no page.
        var product = catalog.apply(sku);
        return new View(product, alsoBought.join(), stockHint.join());
    }
    // #endregion page
}
