package shop.search;

import java.util.List;

/** Twelve products, few enough to check every result by hand. */
final class Catalog {
    record Product(int id, String name, String about, String category, int cents) {}

    private Catalog() {}

    static final List<Product> PRODUCTS = List.of(
            new Product(1, "Blue coffee mug", "Ceramic, holds 300 ml", "kitchen", 12_50),
            new Product(2, "Travel mug", "Steel, keeps coffee and tea hot", "outdoor", 24_90),
            new Product(3, "Coffee grinder", "Hand mill with steel burrs", "kitchen", 39_00),
            new Product(4, "Tea pot", "Blue ceramic, with two cups and a tray", "kitchen", 29_00),
            new Product(5, "Kettle", "Boils a liter of water in three minutes", "kitchen", 34_90),
            new Product(6, "Tote bag", "Cotton, for shopping", "outdoor", 12_00),
            new Product(7, "T-shirt", "Blue cotton", "clothing", 19_90),
            new Product(8, "Gift card", "For friends who drink tea", "gifts", 25_00),
            new Product(9, "Steel bottle", "Keeps cold drinks cold", "outdoor", 18_00),
            new Product(10, "Espresso cups", "Set of two, ceramic", "kitchen", 16_00),
            new Product(11, "French press", "Brews coffee without paper", "kitchen", 27_50),
            new Product(12, "Desk lamp", "Warm light, steel foot", "home", 39_00));

    static String name(int id) {
        return PRODUCTS.get(id - 1).name();
    }
}
