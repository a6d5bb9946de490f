package shop.raft;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;

/** Five nodes and a network that the test can cut. Same seed, same run. */
public final class Cluster {

    private record Parcel(long due, int from, int to, Node.Message message) {}

    private final List<Node> nodes = new ArrayList<>();
    private final Queue<Parcel> network = new ArrayDeque<>();
    private final Map<Integer, Set<Integer>> leadersOfTerm = new HashMap<>();
    private final StringBuilder trace = new StringBuilder();
    private final int size;
    private Set<Integer> island = Set.of();
    private long now;

    public Cluster(int size, long seed) {
        this.size = size;
        for (int id = 1; id <= size; id++) {
            nodes.add(new Node(id, this, seed));
        }
    }

    public void run(int millis) {
        for (int i = 0; i < millis / 10; i++) {
            now += 10;
            while (!network.isEmpty() && network.peek().due() <= now) {
                Parcel p = network.remove();
                if (island.contains(p.from()) == island.contains(p.to())) {
                    node(p.to()).receive(p.from(), p.message());
                }
            }
            nodes.forEach(Node::tick);
        }
    }

    void send(Node from, int to, Node.Message message) {
        network.add(new Parcel(now + 10, from.id, to, message));
    }

    void broadcast(Node from, Node.Message message) {
        nodes.stream().filter(n -> n != from).forEach(n -> send(from, n.id, message));
    }

    /** Cuts these nodes off from all others; an empty set heals the network. */
    public void cut(Set<Integer> island) {
        this.island = island;
        trace.append(island.isEmpty() ? "-- the network heals\n" : "-- cut off: " + new TreeSet<>(island) + "\n");
    }

    /** The leader on the side of the majority. */
    public Optional<Integer> leader() {
        return nodes.stream().filter(n -> n.role == Node.Role.LEADER && !island.contains(n.id))
                .map(n -> n.id).findFirst();
    }

    public boolean propose(int node, String command) {
        return node(node).propose(command);
    }

    public int committed(int node) {
        return node(node).committed;
    }

    public int term(int node) {
        return node(node).term;
    }

    public List<String> log(int node) {
        return node(node).log.stream().map(Node.Entry::command).toList();
    }

    public Map<Integer, Set<Integer>> leadersOfTerm() {
        return leadersOfTerm;
    }

    public String traceText() {
        return trace.toString();
    }

    void leads(int term, int id) {
        leadersOfTerm.computeIfAbsent(term, t -> new TreeSet<>()).add(id);
    }

    void trace(Node node, String what) {
        trace.append("%5d ms  n%d %s%n".formatted(now, node.id, what));
    }

    int size() {
        return size;
    }

    int majority() {
        return size / 2 + 1;
    }

    private Node node(int id) {
        return nodes.get(id - 1);
    }
}
