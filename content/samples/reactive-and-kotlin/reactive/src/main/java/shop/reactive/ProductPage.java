package shop.reactive;

import java.math.BigDecimal;

public record ProductPage(String name, BigDecimal price, Stock stock, double rating) {
}
