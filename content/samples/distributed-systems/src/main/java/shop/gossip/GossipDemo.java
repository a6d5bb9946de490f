package shop.gossip;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** How fast news travels, how fast a crash shows, and how often somebody alive is suspected. */
public final class GossipDemo {

    private GossipDemo() {
    }

    public static void main(String[] args) {
        System.out.println("members  all know after  messages a round");
        for (int size : new int[] {10, 100, 1_000}) {
            System.out.printf("%7d  %14d  %16d%n", size, roundsUntilAllKnow(size), size);
        }
        System.out.println();
        System.out.println("patience  crash seen by all  false alarms");
        for (int patience : new int[] {5, 8, 12, 20}) {
            System.out.printf("%8d  %17d  %12d%n", patience, roundsUntilAllSuspect(patience), falseAlarms(patience));
        }
    }

    static int roundsUntilAllKnow(int size) {
        var cluster = cluster(size);
        var random = new Random(1);
        int now = 0;
        do {
            now++;
            run(cluster, now, random);
        } while (cluster.stream().anyMatch(node -> node.beatOf("n0") == 0));
        return now;
    }

    /** 100 members, the first is silent from round 50 on. */
    static int roundsUntilAllSuspect(int patience) {
        var cluster = cluster(100);
        var random = new Random(2);
        int now = 0;
        while (now < 50) run(cluster, ++now, random);
        var alive = cluster.subList(1, cluster.size());
        int crash = now;
        do {
            run(alive, cluster, ++now, random);
        } while (!allSuspect(alive, now, patience));
        return now - crash;
    }

    /** 100 members, all alive, 200 rounds: how many have been suspected by somebody, counted once a round. */
    static long falseAlarms(int patience) {
        var cluster = cluster(100);
        var random = new Random(3);
        long alarms = 0;
        for (int now = 1; now <= 250; now++) {
            run(cluster, now, random);
            if (now > 50) {
                for (var node : cluster) alarms += node.suspects(now, patience).size();
            }
        }
        return alarms;
    }

    private static boolean allSuspect(List<GossipNode> nodes, int now, int patience) {
        return nodes.stream().allMatch(node -> node.suspects(now, patience).contains("n0"));
    }

    private static List<GossipNode> cluster(int size) {
        var names = IntStream.range(0, size).mapToObj(i -> "n" + i).toList();
        return names.stream().map(name -> new GossipNode(name, names)).toList();
    }

    private static void run(List<GossipNode> cluster, int now, Random random) {
        run(cluster, cluster, now, random);
    }

    private static void run(List<GossipNode> alive, List<GossipNode> all, int now, Random random) {
        for (var node : alive) {
            var others = new ArrayList<>(all);
            others.remove(node);
            node.round(now, others, random);
        }
    }
}
