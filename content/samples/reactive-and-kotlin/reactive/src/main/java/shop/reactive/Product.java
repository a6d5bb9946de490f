package shop.reactive;

import java.math.BigDecimal;
import org.springframework.data.annotation.Id;

public record Product(@Id Long id, String sku, String name, BigDecimal price) {
}
