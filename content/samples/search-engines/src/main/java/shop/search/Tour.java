package shop.search;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import shop.search.ProductIndex.Hit;

/** Prints what the page shows. Argument: words, complete, meaning or measure. */
public final class Tour {
    private Tour() {}

    private static final ProductIndex INDEX = new ProductIndex();

    // #region judged
    /** What a person expects: 2 is the product meant, 1 is welcome, else 0. */
    static final Map<String, Map<Integer, Integer>> JUDGED = new LinkedHashMap<>();

    static {
        JUDGED.put("blue mugs", Map.of(1, 2, 2, 1));
        JUDGED.put("cup", Map.of(10, 2, 4, 1, 1, 1));
        JUDGED.put("coffee mill", Map.of(3, 2, 11, 1));
        JUDGED.put("grindr", Map.of(3, 2));
        JUDGED.put("tea", Map.of(4, 2, 2, 1, 8, 1));
    }
    // #endregion judged

    static List<Integer> ids(List<Hit> hits) {
        return hits.stream().map(Hit::id).toList();
    }

    private static void show(String title, List<Hit> hits) {
        System.out.println(title + (hits.isEmpty() ? ": nothing" : ""));
        for (Hit hit : hits) print("  %.2f  %s%n", hit.score(), Catalog.name(hit.id()));
    }

    private static void print(String format, Object... values) {
        System.out.printf(Locale.ROOT, format, values);
    }

    static double[] means(Function<String, List<Integer>> search) {
        double[] sums = new double[3];
        JUDGED.forEach((query, grades) -> {
            List<Integer> hits = search.apply(query);
            sums[0] += Relevance.precision(hits, grades, 3);
            sums[1] += Relevance.recall(hits, grades, 3);
            sums[2] += Relevance.ndcg(hits, grades, 3);
        });
        for (int i = 0; i < sums.length; i++) sums[i] /= JUDGED.size();
        return sums;
    }

    private static void measure(String name, Function<String, List<Integer>> search) {
        double[] mean = means(search);
        print("%-19s %.2f  %.2f  %.2f%n", name, mean[0], mean[1], mean[2]);
    }

    public static void main(String[] args) {
        switch (args[0]) {
            case "words" -> {
                show("blue mugs", INDEX.search("blue mugs", false));
                show("blue mugs, kitchen, up to 20 euro", INDEX.search("blue mugs", false, "kitchen", 20_00));
                show("grindr", INDEX.search("grindr", false));
                show("grindr, one slip allowed", INDEX.search("grindr", true));
            }
            case "complete" -> List.of("g", "gr", "co gr", "mu").forEach(typed -> show(typed, INDEX.complete(typed)));
            case "meaning" -> {
                show("thermos, by words", INDEX.search("thermos", false));
                show("thermos, by meaning", INDEX.similar("thermos", 3));
                String query = "steel mug for a journey";
                List<Integer> words = ids(INDEX.search(query, false));
                List<Integer> meaning = ids(INDEX.similar(query, 5));
                System.out.println(query);
                print("  words    %s%n", words.stream().limit(3).map(Catalog::name).toList());
                print("  meaning  %s%n", meaning.stream().limit(3).map(Catalog::name).toList());
                print("  fused    %s%n", Relevance.fuse(List.of(words, meaning)).stream().limit(3).map(Catalog::name).toList());
            }
            case "measure" -> {
                System.out.println("five queries        P@3   R@3   nDCG@3");
                measure("words", query -> ids(INDEX.search(query, false)));
                measure("slips and synonyms", query -> ids(INDEX.search(query, true)));
            }
            default -> throw new IllegalArgumentException(args[0]);
        }
    }
}
