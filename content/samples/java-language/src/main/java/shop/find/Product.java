package shop.find;

import java.math.BigDecimal;

public record Product(String sku, String name, BigDecimal price, int stock) {}
