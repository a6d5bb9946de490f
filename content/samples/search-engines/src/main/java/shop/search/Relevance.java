package shop.search;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Measures of a ranking, and a way to merge two. */
final class Relevance {
    private Relevance() {}

    // #region fuse
    /** Reciprocal rank fusion: only places count; scores of two kinds can meet. */
    static List<Integer> fuse(List<List<Integer>> rankings) {
        var sums = new HashMap<Integer, Double>();
        for (List<Integer> ranking : rankings)
            for (int place = 1; place <= ranking.size(); place++)
                sums.merge(ranking.get(place - 1), 1.0 / (60 + place), Double::sum);
        return sums.entrySet().stream()
                .sorted(Map.Entry.<Integer, Double>comparingByValue().reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey).toList();
    }
    // #endregion fuse

    // #region measures
    static double precision(
            List<Integer> hits, Map<Integer, Integer> grades, int k) {
        return (double) found(hits, grades, k) / k;
    }

    static double recall(List<Integer> hits, Map<Integer, Integer> grades, int k) {
        return (double) found(hits, grades, k) / grades.size();
    }

    private static long found(
            List<Integer> hits, Map<Integer, Integer> grades, int k) {
        return hits.stream().limit(k).filter(grades::containsKey).count();
    }

    /** Gain of the ranking, divided by that of the best one: 1 is perfect. */
    static double ndcg(List<Integer> hits, Map<Integer, Integer> grades, int k) {
        var best = grades.values().stream()
                .sorted(Collections.reverseOrder()).toList();
        return gain(hits.stream().map(id -> grades.getOrDefault(id, 0)).toList(), k)
                / gain(best, k);
    }

    private static double gain(List<Integer> grades, int k) {
        double sum = 0;
        for (int place = 1; place <= Math.min(k, grades.size()); place++)
            sum += grades.get(place - 1) / (Math.log(place + 1) / Math.log(2));
        return sum;
    }
    // #endregion measures
}
