package shop;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ProductSearch {
    record Hit(long id, String sku, String name, BigDecimal price, String excerpt) {}

    /** @param categories how many products of each match, beyond the hits of this page too
     *  @param didYouMean a name that looks like the text, where nothing matches */
    record Found(List<Hit> hits, Map<String, Integer> categories, String didYouMean) {}

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");

    private final JdbcClient db;

    ProductSearch(JdbcClient db) {
        this.db = db;
    }

    Found search(String text) {
        var hits = db.sql("""
                        select id, sku, name, price,
                               ts_headline('english', about, query, 'StartSel=[, StopSel=]') as excerpt
                        from product, websearch_to_tsquery('english', :text) as query
                        where search @@ query
                        order by ts_rank(search, query) desc, id limit 20""")
                .param("text", text).query(Hit.class).list();
        return new Found(hits, categories(text), hits.isEmpty() ? nearest(text) : null);
    }

    private Map<String, Integer> categories(String text) {
        var counts = new LinkedHashMap<String, Integer>();
        db.sql("""
                        select category, count(*) from product
                        where search @@ websearch_to_tsquery('english', ?)
                        group by category order by count(*) desc, category""").param(text)
                .query((row, n) -> counts.put(row.getString(1), row.getInt(2))).list();
        return counts;
    }

    private String nearest(String text) {
        return db.sql("""
                        select name from product where :text <% name
                        order by word_similarity(:text, name) desc, id limit 1""")
                .param("text", text).query(String.class).optional().orElse(null);
    }

    /** Names in which every typed word begins one. */
    List<String> complete(String typed) {
        String beginnings = WORD.matcher(typed).results().map(word -> word.group() + ":*").collect(Collectors.joining(" & "));
        if (beginnings.isEmpty()) return List.of();
        return db.sql("""
                        select name from product
                        where to_tsvector('simple', name) @@ to_tsquery('simple', ?)
                        order by name limit 10""").param(beginnings).query(String.class).list();
    }
}
