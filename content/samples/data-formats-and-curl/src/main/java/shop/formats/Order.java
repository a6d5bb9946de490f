package shop.formats;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/** The same order in three formats. */
public record Order(long id, Status status, Instant createdAt, List<Line> lines) {

    public enum Status { NEW, PAID, SHIPPED, CANCELLED }

    public record Line(String sku, int quantity, BigDecimal unitPrice) { }
}
