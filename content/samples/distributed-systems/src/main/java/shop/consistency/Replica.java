package shop.consistency;

import java.util.HashMap;
import java.util.Map;

/** A copy that applies the primary's changes in order, but later. */
final class Replica {

    private final Map<String, String> data = new HashMap<>();
    private long applied;

    void apply(Primary.Change change) {
        data.put(change.key(), change.value());
        applied = change.version();
    }

    String get(String key) {
        return data.get(key);
    }

    long applied() {
        return applied;
    }
}
