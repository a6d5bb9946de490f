package shop.console;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;

/** The products of the shop, found by SKU. */
public final class Catalog {
    // #region collections
    private final Map<String, Product> bySku = new LinkedHashMap<>();
    private final Map<String, TreeSet<String>> skusByWord = new HashMap<>();

    public void add(Product product) {
        if (bySku.putIfAbsent(product.sku(), product) != null) {
            throw new IllegalArgumentException(
                    "SKU already in the catalog: " + product.sku());
        }
        for (String word : product.name().toLowerCase(Locale.ROOT).split("\\s+")) {
            skusByWord.computeIfAbsent(word, w -> new TreeSet<>())
                    .add(product.sku());
        }
    }

    public Collection<String> search(String word) {
        return Collections.unmodifiableSet(skusByWord.getOrDefault(
                word.toLowerCase(Locale.ROOT), new TreeSet<>()));
    }
    // #endregion collections

    public Product require(String sku) {
        Product product = bySku.get(sku);
        if (product == null) {
            throw new UnknownProductException(sku);
        }
        return product;
    }

    public Collection<Product> all() {
        return Collections.unmodifiableCollection(bySku.values());
    }
}
