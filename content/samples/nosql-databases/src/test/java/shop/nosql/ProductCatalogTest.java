package shop.nosql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.mongodb.core.MongoTemplate;

class ProductCatalogTest {
    private final MongoServer server = new MongoServer(new MemoryBackend());
    private MongoClient client;
    private MongoTemplate mongo;
    private ProductCatalog catalog;

    @BeforeEach
    void start() {
        client = MongoClients.create(server.bindAndGetConnectionString());
        mongo = new MongoTemplate(client, "shop");
        catalog = new ProductCatalog(mongo);
        catalog.save(product("MUG-01", "Mug", "12.50", Map.of("material", "stoneware", "volumeMl", 350)));
        catalog.save(product("CUP-07", "Espresso cup", "8.50", Map.of("material", "stoneware", "volumeMl", 80)));
        catalog.save(product("TEE-03", "T-shirt", "24.00", Map.of("material", "cotton", "sizes", List.of("S", "M"))));
    }

    @AfterEach
    void stop() {
        client.close();
        server.shutdownNow();
    }

    @Test
    void productsOfDifferentShapesShareOneCollection() {
        assertThat(catalog.ofMaterial("stoneware")).extracting(CatalogProduct::sku).containsExactly("CUP-07", "MUG-01");
        assertThat(catalog.find("TEE-03").orElseThrow().attributes()).containsKey("sizes");
    }

    @Test
    void moneyIsStoredAsDecimal() {
        Document raw = mongo.getCollection("product").find(new Document("_id", "MUG-01")).first();
        assertThat(raw.get("price")).isEqualTo(org.bson.types.Decimal128.parse("12.50"));
    }

    @Test
    void theReviewListNeverGrowsBeyondThree() {
        for (int stars = 1; stars <= 5; stars++) {
            catalog.addReview("MUG-01", new CatalogProduct.Review("Ada", stars, "Review " + stars));
        }
        assertThat(catalog.find("MUG-01").orElseThrow().latestReviews())
                .extracting(CatalogProduct.Review::stars).containsExactly(3, 4, 5);
    }

    @Test
    void aStaleWriteIsRefused() {
        CatalogProduct old = catalog.find("MUG-01").orElseThrow();
        catalog.addReview("MUG-01", new CatalogProduct.Review("Ada", 5, "Holds heat"));
        assertThatThrownBy(() -> catalog.save(old)).isInstanceOf(OptimisticLockingFailureException.class);
    }

    private static CatalogProduct product(String sku, String name, String price, Map<String, Object> attributes) {
        return new CatalogProduct(sku, null, name, new BigDecimal(price), attributes, List.of());
    }
}
