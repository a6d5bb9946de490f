package shop.reactive;

import java.math.BigDecimal;

/** One line of a supplier's price file: {@code sku;amount;currency}. */
public record PriceChange(String sku, BigDecimal amount, String currency) {

    static PriceChange parse(String line) {
        String[] part = line.split(";");
        return new PriceChange(part[0], new BigDecimal(part[1]), part[2]);
    }

    PriceChange inEuro(BigDecimal rate) {
        return new PriceChange(sku, amount.multiply(rate).setScale(2, java.math.RoundingMode.HALF_UP), "EUR");
    }
}
