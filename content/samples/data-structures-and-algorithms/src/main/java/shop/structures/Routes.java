package shop.structures;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.PriorityQueue;

/** Cheapest way of a parcel between warehouses, in cents. */
public final class Routes {
  private final Map<String, Map<String, Integer>> legs = new HashMap<>();
  public long steps;

  public void leg(String from, String to, int cents) {
    if (cents < 0) throw new IllegalArgumentException("Dijkstra needs costs of 0 or more");
    legs.computeIfAbsent(from, k -> new HashMap<>()).put(to, cents);
  }

  // #region dijkstra
  private record Stop(String place, int cents) {}

  public Map<String, Integer> cheapestFrom(String start) {
    var settled = new HashMap<String, Integer>();
    var frontier = new PriorityQueue<Stop>(Comparator.comparingInt(Stop::cents));
    frontier.add(new Stop(start, 0));
    while (!frontier.isEmpty()) {
      Stop stop = frontier.poll();  // cheapest place not settled
      steps++;
      boolean dearer = settled.putIfAbsent(stop.place(), stop.cents()) != null;
      if (dearer) continue;         // reached more cheaply before
      legs.getOrDefault(stop.place(), Map.of()).forEach((next, cents) -> {
        if (!settled.containsKey(next)) {
          frontier.add(new Stop(next, stop.cents() + cents));
        }
      });
    }
    return settled;
  }
  // #endregion dijkstra
}
