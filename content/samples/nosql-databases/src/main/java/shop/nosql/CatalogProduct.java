package shop.nosql;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.data.mongodb.core.mapping.Field;
import org.springframework.data.mongodb.core.mapping.FieldType;

// #region document
@Document("product")
public record CatalogProduct(
        @Id String sku,
        @Version Long version,
        String name,
        @Field(targetType = FieldType.DECIMAL128) BigDecimal price,
        Map<String, Object> attributes,
        List<Review> latestReviews) {

    public record Review(String author, int stars, String text) {}
}
// #endregion document
