package shop.caching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LocalAndHazelcastTest {

    @Test
    void theLocalCacheLoadsALanguageOnce() {
        var menu = new CategoryMenu(language -> List.of("Tea", "Mugs"));
        menu.in("en");
        menu.in("en");
        menu.in("en");
        assertThat(menu.stats().loadCount()).isEqualTo(1);
        assertThat(menu.stats().hitCount()).isEqualTo(2);
    }

    @Test
    void noEntryIsLostWhenAMemberCrashes() {
        String cluster = "shop-" + ProcessHandle.current().pid();
        try (var second = new SharedCatalog(cluster, 5710)) {
            var first = new SharedCatalog(cluster, 5710);
            for (long id = 1; id <= 100; id++) {
                first.products().put(id, "product " + id);
            }
            assertThat(second.members()).isEqualTo(2);
            assertThat(second.products().get(42L)).isEqualTo("product 42");
            System.out.println("entries owned by the first member: "
                    + first.products().getLocalMapStats().getOwnedEntryCount());
            first.crash();
            assertThat(second.products().size()).isEqualTo(100);
        }
    }
}
