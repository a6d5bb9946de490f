package shop.structures;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Which service needs which: a directed graph as lists of neighbors. */
public final class ServiceGraph {
  private final Map<String, Set<String>> needs = new TreeMap<>();
  private final Map<String, Set<String>> usedBy = new TreeMap<>();
  public long steps;

  public void needs(String service, String... others) {
    needs.computeIfAbsent(service, k -> new TreeSet<>());
    usedBy.computeIfAbsent(service, k -> new TreeSet<>());
    for (String other : others) {
      needs(other);
      needs.get(service).add(other);
      usedBy.get(other).add(service);
    }
  }

  // #region bfs
  /**
   * Everything that suffers when a service is down, with the distance in calls.
   */
  public Map<String, Integer> affectedBy(String broken) {
    var distance = new LinkedHashMap<String, Integer>();
    var queue = new ArrayDeque<String>();
    distance.put(broken, 0);
    queue.add(broken);
    while (!queue.isEmpty()) {
      String service = queue.remove();             // oldest first: ring by ring
      steps++;
      for (String caller : usedBy.get(service)) {
        steps++;
        if (!distance.containsKey(caller)) {       // each service is queued once
          distance.put(caller, distance.get(service) + 1);
          queue.add(caller);
        }
      }
    }
    return distance;
  }
  // #endregion bfs

  // #region dfs
  /** One cycle as a path, such as [a, b, a]; empty if there is none. */
  public List<String> findCycle() {
    var done = new HashSet<String>();
    for (String service : needs.keySet()) {
      var cycle = visit(service, new LinkedHashSet<>(), done);
      if (!cycle.isEmpty()) return cycle;
    }
    return List.of();
  }

  private List<String> visit(
      String service, LinkedHashSet<String> path, Set<String> done) {
    if (done.contains(service)) return List.of();
    // Met again on the way down.
    if (!path.add(service)) return loop(path, service);
    for (String needed : needs.get(service)) {
      var cycle = visit(needed, path, done);
      if (!cycle.isEmpty()) return cycle;
    }
    path.remove(service);
    done.add(service);
    return List.of();
  }
  // #endregion dfs

  private static List<String> loop(Set<String> path, String service) {
    var cycle = new ArrayList<>(path);
    cycle.add(service);
    return cycle.subList(cycle.indexOf(service), cycle.size());
  }

  // #region topological
  public List<String> startOrder() {
    var open = new TreeMap<String, Integer>();     // needs not running yet
    needs.forEach((service, list) -> open.put(service, list.size()));
    var ready = new ArrayDeque<String>();
    open.forEach((service, count) -> { if (count == 0) ready.add(service); });

    var order = new ArrayList<String>();
    while (!ready.isEmpty()) {
      String service = ready.remove();
      order.add(service);
      steps++;
      for (String caller : usedBy.get(service)) {
        steps++;
        if (open.merge(caller, -1, Integer::sum) == 0) ready.add(caller);
      }
    }
    if (order.size() < needs.size())
      throw new IllegalStateException("cycle: " + findCycle());
    return order;
  }
  // #endregion topological
}
