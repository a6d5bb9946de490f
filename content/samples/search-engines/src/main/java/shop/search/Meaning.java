package shop.search;

import java.util.Map;

/** A toy in place of an embedding model: four directions, and the words that point there. A model learns hundreds. */
final class Meaning {
    private Meaning() {}

    // #region words
    //                                       hot drink, vessel, on the way, textile
    private static final Map<String, float[]> WORDS = Map.ofEntries(
            word("coffee",  1, 0, 0, 0), word("tea",     1, 0, 0, 0),
            word("espresso", 1, 0, 0, 0), word("hot",    .8, 0, 0, 0),
            word("mug",    .5, 1, 0, 0), word("cups",   .5, 1, 0, 0),
            word("pot",    .5, 1, 0, 0), word("kettle", .7, .7, 0, 0),
            word("bottle",  0, 1, .6, 0), word("thermos", .7, 1, .8, 0),
            word("travel",  0, 0, 1, 0), word("journey", 0, 0, 1, 0),
            word("bag",     0, 0, .7, .6), word("cotton", 0, 0, 0, 1),
            word("shirt",   0, 0, 0, 1), word("brews",  .8, 0, 0, 0));
    // #endregion words

    private static Map.Entry<String, float[]> word(String word, double... direction) {
        var vector = new float[direction.length];
        for (int i = 0; i < vector.length; i++) vector[i] = (float) direction[i];
        return Map.entry(word, vector);
    }

    // #region of
    /** The sum of the words' directions, and a fifth for texts that have none. */
    static float[] of(String text) {
        float[] sum = {0, 0, 0, 0, .1f};
        for (String word : text.toLowerCase(java.util.Locale.ROOT).split("[^a-z]+")) {
            float[] direction = WORDS.getOrDefault(word, new float[4]);
            for (int i = 0; i < direction.length; i++) sum[i] += direction[i];
        }
        return sum;
    }
    // #endregion of
}
