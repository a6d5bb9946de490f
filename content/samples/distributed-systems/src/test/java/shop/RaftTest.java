package shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import shop.raft.Cluster;

class RaftTest {

    // #region partition
    private static Cluster partition(long seed) {
        var cluster = new Cluster(5, seed);
        cluster.run(1_000);
        int old = cluster.leader().orElseThrow();
        cluster.propose(old, "reserve 42");
        cluster.run(100);

        int friend = old % 5 + 1;
        cluster.cut(Set.of(old, friend));             // two of five, the leader among them
        cluster.propose(old, "reserve 43");           // appended there, never committed
        cluster.run(1_000);
        assertThat(cluster.committed(old)).isEqualTo(1);

        int next = cluster.leader().orElseThrow();
        cluster.propose(next, "reserve 44");
        cluster.run(100);
        cluster.cut(Set.of());
        cluster.run(500);
        for (int id = 1; id <= 5; id++) {
            assertThat(cluster.log(id)).containsExactly("reserve 42", "reserve 44");
            assertThat(cluster.committed(id)).isEqualTo(2);
        }
        return cluster;
    }
    // #endregion partition

    @Test
    void theMinorityCannotCommitAndTheMajorityGoesOn() throws Exception {
        String trace = partition(Long.getLong("seed", 7L)).traceText();
        if (Boolean.getBoolean("write")) {
            Files.writeString(Path.of("output/raft.txt"), trace);
        }
        assertThat(trace).isEqualTo(Files.readString(Path.of("output/raft.txt")));
    }

    @Test
    void noTermHasTwoLeadersWhateverTheTimers() {
        for (long seed = 0; seed < 300; seed++) {
            assertThat(partition(seed).leadersOfTerm()).allSatisfy((term, leaders) -> assertThat(leaders).hasSize(1));
        }
    }

    @Test
    void aNodeWithAnOldLogDisturbsButDoesNotWin() {
        for (long seed = 0; seed < 100; seed++) {
            var cluster = new Cluster(5, seed);
            cluster.run(1_000);
            int leader = cluster.leader().orElseThrow();
            int lonely = leader % 5 + 1;
            cluster.cut(Set.of(lonely));
            cluster.propose(leader, "reserve 42");
            cluster.run(1_000);
            int high = cluster.term(lonely);          // it kept asking for votes: a high term
            assertThat(high).isGreaterThan(cluster.term(leader));
            cluster.cut(Set.of());
            cluster.run(2_000);
            int after = cluster.leader().orElseThrow();
            assertThat(after).isNotEqualTo(lonely);
            assertThat(cluster.term(after)).isGreaterThan(high);
            assertThat(cluster.log(lonely)).containsExactly("reserve 42");
        }
    }
}
