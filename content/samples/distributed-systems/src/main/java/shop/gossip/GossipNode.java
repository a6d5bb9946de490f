package shop.gossip;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** One member of a cluster that knows the others by hearsay. A round is a second. */
class GossipNode {

    /** What is known of a member: its counter, and the round in which it last grew. */
    record Seen(long beat, int round) {
    }

    final String name;
    private final Map<String, Seen> table = new HashMap<>();
    private long beat;

    GossipNode(String name, List<String> members) {
        this.name = name;
        members.forEach(member -> table.put(member, new Seen(0, 0)));
    }

    // #region gossip
    /** Each round: count up, tell one random member all you know. */
    void round(int now, List<GossipNode> others, Random random) {
        table.put(name, new Seen(++beat, now));
        others.get(random.nextInt(others.size())).hear(table, now);
    }

    void hear(Map<String, Seen> news, int now) {
        news.forEach((member, told) -> {
            if (told.beat() > table.get(member).beat()) {
                table.put(member, new Seen(told.beat(), now));
            }
        });
    }

    /** Whose counter has not grown for too long? */
    List<String> suspects(int now, int patience) {
        var suspects = new ArrayList<String>();
        table.forEach((member, seen) -> {
            if (now - seen.round() > patience) suspects.add(member);
        });
        return suspects;
    }
    // #endregion gossip

    long beatOf(String member) {
        return table.get(member).beat();
    }
}
