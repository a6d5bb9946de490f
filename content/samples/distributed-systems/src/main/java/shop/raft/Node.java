package shop.raft;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * One member of a Raft group, in steps of 10 ms. Simplified: no disk, no snapshots, no change of
 * members, and a leader sends its whole log with each heartbeat instead of only what is missing.
 */
final class Node {

    enum Role { FOLLOWER, CANDIDATE, LEADER }

    record Entry(int term, String command) {}

    sealed interface Message {
        int term();
    }

    record AskVote(int term, int lastTerm, int length) implements Message {}

    record Vote(int term, boolean granted) implements Message {}

    record Append(int term, List<Entry> log, int committed) implements Message {}

    record Ack(int term, int length) implements Message {}

    final int id;
    Role role = Role.FOLLOWER;
    int term;
    int committed;
    List<Entry> log = new ArrayList<>();

    private final Cluster cluster;
    private final Random random;
    private final Set<Integer> votes = new HashSet<>();
    private final int[] stored;
    private int votedFor;
    private int ticksLeft;

    Node(int id, Cluster cluster, long seed) {
        this.id = id;
        this.cluster = cluster;
        this.random = new Random((seed * 31 + id) * 0x9E3779B97F4A7C15L);
        this.stored = new int[cluster.size() + 1];
        resetTimer();
    }

    // #region election
    void tick() {
        if (--ticksLeft > 0) {
            return;
        }
        if (role == Role.LEADER) {
            heartbeat();
            return;
        }
        role = Role.CANDIDATE;                   // nobody leads, so try
        term++;
        votedFor = id;
        votes.clear();
        votes.add(id);
        resetTimer();         // 150 to 300 ms, random: ties are rare and short
        cluster.trace(this, "asks for votes in term " + term);
        cluster.broadcast(this, new AskVote(term, lastTerm(), log.size()));
    }

    private void onAskVote(int candidate, AskVote ask) {
        boolean free = votedFor == 0 || votedFor == candidate;
        boolean current = ask.lastTerm() > lastTerm()
                || ask.lastTerm() == lastTerm() && ask.length() >= log.size();
        boolean granted = ask.term() == term && free && current;
        if (granted) {
            // One vote a term; a real server writes it to disk first.
            votedFor = candidate;
            resetTimer();
        }
        cluster.send(this, candidate, new Vote(term, granted));
    }
    // #endregion election

    void receive(int from, Message message) {
        if (message.term() > term) {
            if (role == Role.LEADER) {
                cluster.trace(this, "steps down, saw term " + message.term());
            }
            term = message.term();
            role = Role.FOLLOWER;
            votedFor = 0;
            if (ticksLeft < 15) {
                resetTimer();
            }
        }
        switch (message) {
            case AskVote ask -> onAskVote(from, ask);
            case Vote vote -> onVote(from, vote);
            case Append append -> onAppend(from, append);
            case Ack ack -> onAck(from, ack);
        }
    }

    private void onVote(int from, Vote vote) {
        if (role != Role.CANDIDATE || vote.term() != term || !vote.granted()) {
            return;
        }
        votes.add(from);
        if (votes.size() == cluster.majority()) {
            role = Role.LEADER;
            Arrays.fill(stored, 0);
            cluster.trace(this, "leads term " + term + " with " + votes.size() + " of " + cluster.size() + " votes");
            cluster.leads(term, id);
            heartbeat();
        }
    }

    boolean propose(String command) {
        if (role != Role.LEADER) {
            return false;
        }
        log.add(new Entry(term, command));
        cluster.trace(this, "appends \"" + command + "\" at position " + log.size());
        heartbeat();
        return true;
    }

    private void heartbeat() {
        stored[id] = log.size();
        ticksLeft = 5;
        cluster.broadcast(this, new Append(term, List.copyOf(log), committed));
    }

    private void onAppend(int from, Append append) {
        if (append.term() < term) {
            cluster.send(this, from, new Ack(term, 0));
            return;
        }
        role = Role.FOLLOWER;
        if (!log.equals(append.log().subList(0, Math.min(log.size(), append.log().size())))) {
            cluster.trace(this, "drops what was never committed");
        }
        log = new ArrayList<>(append.log());
        committed = Math.max(committed, append.committed());
        resetTimer();
        cluster.send(this, from, new Ack(term, log.size()));
    }

    // #region commit
    private void onAck(int from, Ack ack) {
        if (role != Role.LEADER || ack.term() != term) {
            return;
        }
        stored[from] = Math.max(stored[from], ack.length());
        for (int n = log.size(); n > committed; n--) {
            int position = n;
            long copies = Arrays.stream(stored).filter(s -> s >= position).count();
            if (copies >= cluster.majority() && log.get(n - 1).term() == term) {
                committed = n;
                cluster.trace(this, "commits position " + n + " with " + copies + " copies");
            }
        }
    }
    // #endregion commit

    private int lastTerm() {
        return log.isEmpty() ? 0 : log.getLast().term();
    }

    private void resetTimer() {
        ticksLeft = 15 + random.nextInt(16);
    }
}
