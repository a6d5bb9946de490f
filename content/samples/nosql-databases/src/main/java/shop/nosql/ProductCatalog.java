package shop.nosql;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Update;

public class ProductCatalog {
    private static final int REVIEWS_ON_PAGE = 3;
    private final MongoTemplate mongo;

    public ProductCatalog(MongoTemplate mongo) {
        this.mongo = mongo;
        mongo.indexOps(CatalogProduct.class)
                .createIndex(new Index().on("attributes.material", Sort.Direction.ASC).on("price", Sort.Direction.ASC));
    }

    public CatalogProduct save(CatalogProduct product) {
        return mongo.save(product);
    }

    public Optional<CatalogProduct> find(String sku) {
        return Optional.ofNullable(mongo.findById(sku, CatalogProduct.class));
    }

    // #region queries
    public List<CatalogProduct> ofMaterial(String material) {
        return mongo.find(
                query(where("attributes.material").is(material))
                        .with(Sort.by("price")),
                CatalogProduct.class);
    }

    /** One document, one atomic update: the newest three stay, others fall out. */
    public void addReview(String sku, CatalogProduct.Review review) {
        var push = new Update()
                .push("latestReviews").slice(-REVIEWS_ON_PAGE).each(review)
                .inc("version", 1);
        var result = mongo.updateFirst(
                query(where("_id").is(sku)), push, CatalogProduct.class);
        if (result.getMatchedCount() == 0) {
            throw new IllegalArgumentException("No product " + sku);
        }
    }
    // #endregion queries
}
