package shop.console;

import java.math.BigDecimal;

/** Something the shop sells. Its stock changes only through {@code reserve} and {@code release}. */
public final class Product {
    private final String sku;
    private final String name;
    private final BigDecimal price;
    // #region encapsulation
    private int stock;

    public void reserve(int quantity) {
        requirePositive(quantity);
        if (quantity > stock) {
            throw new OutOfStockException(sku, quantity, stock);
        }
        stock -= quantity;
    }

    public void release(int quantity) {
        requirePositive(quantity);
        stock += quantity;
    }
    // #endregion encapsulation

    public Product(String sku, String name, BigDecimal price, int stock) {
        if (price.signum() < 0 || stock < 0) {
            throw new IllegalArgumentException("price and stock must not be negative: " + sku);
        }
        this.sku = sku;
        this.name = name;
        this.price = price;
        this.stock = stock;
    }

    // #region equality
    @Override
    public boolean equals(Object other) {
        return other instanceof Product that && sku.equals(that.sku);
    }

    @Override
    public int hashCode() {
        return sku.hashCode();
    }
    // #endregion equality

    public String sku() {
        return sku;
    }

    public String name() {
        return name;
    }

    public BigDecimal price() {
        return price;
    }

    public int stock() {
        return stock;
    }

    private static void requirePositive(int quantity) {
        if (quantity <= 0) {
            throw new IllegalArgumentException("quantity must be positive, was " + quantity);
        }
    }
}
