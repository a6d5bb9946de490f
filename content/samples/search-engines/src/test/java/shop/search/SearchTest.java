package shop.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SearchTest {
    final ProductIndex index = new ProductIndex();

    @Test
    void endingsDoNotMatterAndANameWeighsMore() {
        assertEquals(List.of(1, 2), Tour.ids(index.search("blue mugs", false)).subList(0, 2));
    }

    @Test
    void filtersLetInAndKeepTheScore() {
        var all = index.search("blue mugs", false);
        var cheap = index.search("blue mugs", false, "kitchen", 20_00);
        assertEquals(List.of(1), Tour.ids(cheap));
        assertEquals(all.getFirst().score(), cheap.getFirst().score(), 1e-6);
    }

    @Test
    void oneSlipIsForgiven() {
        assertEquals(List.of(), index.search("grindr", false));
        assertEquals(List.of(3), Tour.ids(index.search("grindr", true)));
    }

    @Test
    void everyWordTypedMustBeginAWordOfTheName() {
        assertEquals(List.of(3), Tour.ids(index.complete("co gr")));
        assertEquals(List.of(), index.complete("co xy"));
    }

    @Test
    void meaningFindsWhatNoWordNames() {
        assertEquals(List.of(), index.search("thermos", false));
        assertEquals(List.of(2, 9), Tour.ids(index.similar("thermos", 2)));
    }

    @Test
    void whatTwoListsAgreeOnComesFirst() {
        assertEquals(List.of(2, 1, 3), Relevance.fuse(List.of(List.of(1, 2), List.of(2, 3))));
    }

    @Test
    void measuresOfOneRankingByHand() {
        var grades = Map.of(10, 2, 4, 1, 1, 1);
        var hits = List.of(4, 7, 10);
        assertEquals(2 / 3.0, Relevance.precision(hits, grades, 3), 1e-9);
        assertEquals(2 / 3.0, Relevance.recall(hits, grades, 3), 1e-9);
        assertEquals(2 / 3.13, Relevance.ndcg(hits, grades, 3), 0.001); // 1 + 2/2, over 2 + 0.63 + 0.5
    }

    @Test
    void slipsAndSynonymsRaiseEveryMeasure() {
        double[] plain = Tour.means(query -> Tour.ids(index.search(query, false)));
        double[] forgiving = Tour.means(query -> Tour.ids(index.search(query, true)));
        for (int i = 0; i < plain.length; i++) assertTrue(forgiving[i] > plain[i]);
    }
}
