import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

record Item(String sku, int quantity, BigDecimal unitPrice) {}

BigDecimal total(List<Item> items, int percentOff) {
    BigDecimal sum = BigDecimal.ZERO;
    for (Item item : items) {
        BigDecimal quantity = BigDecimal.valueOf(item.quantity());
        sum = sum.add(item.unitPrice().multiply(quantity));
    }
    BigDecimal factor = BigDecimal.valueOf(100 - percentOff).movePointLeft(2);
    return sum.multiply(factor).setScale(2, RoundingMode.HALF_UP);
}

void main() {
    var basket = List.of(
            new Item("TEA-01", 2, new BigDecimal("4.90")),
            new Item("MUG-01", 1, new BigDecimal("12.50")),
            new Item("POT-01", 1, new BigDecimal("29.00")));
    IO.println(total(basket, 15));
}
