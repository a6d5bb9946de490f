package shop.find;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

public final class ProductFinder {
    private final List<Product> products;

    public ProductFinder(List<Product> products) {
        this.products = List.copyOf(products);
    }

    // #region predicates
    public static Predicate<Product> inStock() {
        return product -> product.stock() > 0;
    }

    public static Predicate<Product> atMost(BigDecimal price) {
        return product -> product.price().compareTo(price) <= 0;
    }

    /** All filters joined by "and"; no filter lets everything pass. */
    public static Predicate<Product> all(List<Predicate<Product>> filters) {
        return filters.stream().reduce(product -> true, Predicate::and);
    }
    // #endregion predicates

    // #region optional
    public Optional<Product> cheapest(Predicate<Product> filter) {
        return products.stream()
                .filter(filter)
                .min(Comparator.comparing(Product::price));
    }

    public String offer(Predicate<Product> filter, Supplier<String> otherwise) {
        Function<Product, String> name = Product::name;
        return cheapest(filter)
                .filter(product -> !product.name().isBlank())
                .map(name.andThen(String::toUpperCase))
                .orElseGet(otherwise);        // asked only when there is no product
    }
    // #endregion optional
}
