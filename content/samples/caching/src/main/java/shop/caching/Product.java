package shop.caching;

import java.math.BigDecimal;

/** One row of the product table. {@code version} grows by one with every change. */
public record Product(long id, String sku, String name, BigDecimal price, int stock, long version) {}
