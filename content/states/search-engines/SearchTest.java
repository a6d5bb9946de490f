package shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import shop.search.Catalog;
import shop.search.Relevance;

class SearchTest extends ShopTest {
    /** What a person expects of twenty queries: 2 is the product meant, 1 is welcome, all else is 0. */
    static final Map<String, Map<Integer, Integer>> JUDGED = Map.ofEntries(
            Map.entry("mug", Map.of(1, 2, 2, 2)), Map.entry("blue mug", Map.of(1, 2)),
            Map.entry("travel mugs", Map.of(2, 2)), Map.entry("coffee", Map.of(1, 1, 3, 2, 2, 1, 11, 1)),
            Map.entry("coffee grinder", Map.of(3, 2)), Map.entry("hand mill", Map.of(3, 2)),
            Map.entry("tea", Map.of(4, 2, 2, 1, 8, 1)), Map.entry("tea pot", Map.of(4, 2)),
            Map.entry("cups", Map.of(10, 2, 4, 1)), Map.entry("espresso", Map.of(10, 2)),
            Map.entry("boiling water", Map.of(5, 2)), Map.entry("kettles", Map.of(5, 2)),
            Map.entry("cotton", Map.of(6, 1, 7, 2)), Map.entry("bag for shopping", Map.of(6, 2)),
            Map.entry("t-shirt", Map.of(7, 2)), Map.entry("gift", Map.of(8, 2)),
            Map.entry("steel", Map.of(9, 2, 2, 1, 3, 1, 12, 1)), Map.entry("cold drinks", Map.of(9, 2)),
            Map.entry("french press", Map.of(11, 2)), Map.entry("desk light", Map.of(12, 2)));

    @LocalServerPort int port;
    @Autowired ProductSearch search;

    final HttpClient http = HttpClient.newHttpClient();

    @BeforeEach
    void theCatalogOfTwelve() {
        rows.sql("truncate product cascade").update();
        for (var product : Catalog.PRODUCTS)
            rows.sql("insert into product (sku, name, about, category, price, stock) values (?, ?, ?, ?, ?, 9)")
                    .params("S-" + product.id(), product.name(), product.about(), product.category(),
                            BigDecimal.valueOf(product.cents(), 2)).update();
    }

    static List<Integer> numbers(List<ProductSearch.Hit> hits) {
        return hits.stream().map(hit -> Integer.valueOf(hit.sku().substring(2))).toList();
    }

    HttpResponse<String> get(String path, String text) throws Exception {
        return http.send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + path
                + URLEncoder.encode(text, StandardCharsets.UTF_8))).build(), BodyHandlers.ofString());
    }

    @Test
    void aNameStandsBeforeADescriptionAndThePluralFindsTheSingular() throws Exception {
        assertThat(get("/api/products/search?q=", "mugs").body()).contains("Blue coffee mug");
        assertThat(numbers(search.search("tea").hits())).startsWith(4).contains(2, 8);
        assertThat(search.search("tea").categories()).containsExactly(
                Map.entry("gifts", 1), Map.entry("kitchen", 1), Map.entry("outdoor", 1));
        assertThat(search.search("ceramic").hits().getFirst().excerpt()).contains("[");
    }

    @Test
    void aSlipGetsAnOffer() throws Exception {
        assertThat(get("/api/products/search?q=", "grindr").body()).contains("\"didYouMean\":\"Coffee grinder\"");
    }

    @Test
    void whateverIsTypedIsNoError() throws Exception {
        for (String text : List.of("\"blue mug\" -travel", "\"", "& | !", ":*", "' or 1=1 --"))
            for (String path : List.of("/api/products/search?q=", "/api/products/complete?q="))
                assertThat(get(path, text).statusCode()).as(text).isEqualTo(200);
    }

    @Test
    void everyTypedWordBeginsAWordOfTheName() throws Exception {
        assertThat(get("/api/products/complete?q=", "co gr").body()).isEqualTo("[\"Coffee grinder\"]");
        assertThat(search.complete("co xy")).isEmpty();
    }

    @Test
    void theTwentyQueriesStayAsGoodAsTheyAre() {
        double ndcg = JUDGED.entrySet().stream().mapToDouble(one ->
                Relevance.ndcg(numbers(search.search(one.getKey()).hits()), one.getValue(), 5)).average().orElseThrow();
        double precision = JUDGED.entrySet().stream().mapToDouble(one ->
                Relevance.precision(numbers(search.search(one.getKey()).hits()), one.getValue(), 5)).average().orElseThrow();
        double recall = JUDGED.entrySet().stream().mapToDouble(one ->
                Relevance.recall(numbers(search.search(one.getKey()).hits()), one.getValue(), 5)).average().orElseThrow();
        System.out.printf("twenty queries: precision@5 %.2f, recall@5 %.2f, nDCG@5 %.3f%n", precision, recall, ndcg);
        assertThat(ndcg).isGreaterThanOrEqualTo(0.98);   // raise it when the search gets better
    }
}
