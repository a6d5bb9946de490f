package shop.caching;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import com.github.benmanes.caffeine.cache.stats.CacheStats;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;

/** Category names per language: read on every page, changed a few times a month. */
public class CategoryMenu {

    // #region local
    private final LoadingCache<String, List<String>> menus;

    public CategoryMenu(Function<String, List<String>> loadFromDatabase) {
        this.menus = Caffeine.newBuilder()
                .maximumSize(500)
                .refreshAfterWrite(Duration.ofSeconds(30))
                .expireAfterWrite(Duration.ofMinutes(5))
                .recordStats()
                .build(loadFromDatabase::apply);
    }

    public List<String> in(String language) {
        return menus.get(language);
    }
    // #endregion local

    public CacheStats stats() {
        return menus.stats();
    }
}
