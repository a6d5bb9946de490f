package shop.apis;

import jakarta.validation.constraints.*;
import java.math.BigDecimal;
import java.util.List;

// #region data
/** What a client may send: no id, no version. */
record ProductData(
        @NotBlank @Size(max = 40) String sku,
        @NotBlank @Size(max = 200) String name,
        @NotNull @PositiveOrZero
        @Digits(integer = 8, fraction = 2) BigDecimal price,
        @NotNull @PositiveOrZero Integer stock) {}

/** What the API promises to send back. */
record ProductView(
        long id, String sku, String name, BigDecimal price, int stock) {
    static ProductView of(Product p) {
        return new ProductView(p.id, p.sku, p.name, p.price, p.stock);
    }
}

/** One page and the cursor of the next; null means the end. */
record ProductPage(List<ProductView> items, Long next) {}
// #endregion data
