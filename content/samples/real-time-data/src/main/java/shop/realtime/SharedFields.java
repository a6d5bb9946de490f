package shop.realtime;

import java.util.HashMap;
import java.util.Map;

/** A product form that several people edit; the newest write of each field wins, on every copy. */
class SharedFields {

    // #region fields
    record Stamp(long counter, String editor) implements Comparable<Stamp> {
        public int compareTo(Stamp other) {
            int c = Long.compare(counter, other.counter);
            return c != 0 ? c : editor.compareTo(other.editor);
        }
    }
    record Edit(String field, String value, Stamp stamp) {}

    private final Map<String, Edit> newest = new HashMap<>();
    private long clock;

    Edit write(String editor, String field, String value) {
        var edit = new Edit(field, value, new Stamp(clock + 1, editor));
        apply(edit);
        return edit;  // to be sent to the others
    }

    void apply(Edit edit) {
        clock = Math.max(clock, edit.stamp().counter());
        newest.merge(edit.field(), edit,
                (mine, theirs) -> theirs.stamp().compareTo(mine.stamp()) > 0
                        ? theirs : mine);
    }

    // #endregion fields

    String read(String field) {
        return newest.get(field).value();
    }
}
