package shop.structures;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.LongStream;

/** Counts steps for growing n. Fixed seeds and no clock: every run prints the same numbers. */
public final class Measure {
  static final int[] SIZES = {1_000, 2_000, 4_000, 8_000};

  static final Map<String, Supplier<String>> TABLES = new TreeMap<>(Map.ofEntries(
      Map.entry("duplicates", Measure::duplicates),
      Map.entry("lists", Measure::lists),
      Map.entry("window", Measure::window),
      Map.entry("hashing", Measure::hashing),
      Map.entry("bloom", Measure::bloom),
      Map.entry("trees", Measure::trees),
      Map.entry("graphs", Measure::graphs),
      Map.entry("accounts", Measure::accounts),
      Map.entry("sorting", Measure::sorting),
      Map.entry("searching", Measure::searching),
      Map.entry("distance", Measure::distance)));

  public static void main(String[] args) {
    System.out.print(TABLES.get(args[0]).get());
  }

  /** 10,000 SKUs that exist; then 100,000 that do not. */
  static String bloom() {
    int known = 10_000;
    int asked = 100_000;
    var rows = new ArrayList<>(List.of(List.of("bits per key", "hashes", "kilobytes", "wrong perhaps", "share")));
    for (int bitsEach : new int[] {4, 8, 10, 16}) {
      int hashes = (int) Math.round(bitsEach * Math.log(2));
      var filter = new BloomFilter(known * bitsEach, hashes);
      for (int i = 0; i < known; i++) filter.add(sku(i));
      long wrong = 0;
      for (int i = known; i < known + asked; i++) {
        if (filter.mightContain(sku(i))) wrong++;
      }
      rows.add(List.of(num(bitsEach), num(hashes), num(known * bitsEach / 8_000), num(wrong),
          String.format(Locale.US, "%.2f %%", 100.0 * wrong / asked)));
    }
    return render(rows);
  }

  /** n accounts and n pairs with something in common; the same pairs by a search for each question. */
  static String accounts() {
    return table(List.of("accounts", "union-find", "BFS anew"), n -> {
      var random = new Random(n);
      var accounts = new Accounts(n);
      var shared = new ArrayList<List<Integer>>();
      for (int i = 0; i < n; i++) shared.add(new ArrayList<>());
      long anew = 0;
      for (int i = 0; i < n; i++) {
        int a = random.nextInt(n);
        int b = random.nextInt(n);
        accounts.same(a, b);
        shared.get(a).add(b);
        shared.get(b).add(a);
        accounts.areSame(a, random.nextInt(n));
        anew += reached(shared, a);
      }
      return new long[] {accounts.steps, anew};
    });
  }

  /** Accounts that a breadth-first search visits from one. */
  private static long reached(List<List<Integer>> shared, int start) {
    var seen = new HashSet<>(List.of(start));
    var queue = new java.util.ArrayDeque<>(seen);
    while (!queue.isEmpty()) {
      for (int next : shared.get(queue.poll())) {
        if (seen.add(next)) queue.add(next);
      }
    }
    return seen.size();
  }

  static String distance() {
    var rows = new ArrayList<>(List.of(List.of("typed", "meant", "recursion", "table")));
    for (var pair : List.of(List.of("mgu", "mug"), List.of("teapto", "teapot"), List.of("kyboard", "keyboard"),
        List.of("hedphone", "headphone"))) {
      var slow = new EditDistance();
      var fast = new EditDistance();
      slow.byRecursion(pair.get(0), pair.get(1));
      fast.byTable(pair.get(0), pair.get(1));
      rows.add(List.of(pair.get(0), pair.get(1), num(slow.steps), num(fast.steps)));
    }
    return render(rows);
  }

  static String duplicates() {
    return table(List.of("payments", "pairs", "sort", "set"), n -> {
      var ids = shuffled(n);
      var a = new Duplicates();
      var b = new Duplicates();
      var c = new Duplicates();
      a.byPairs(ids);
      b.bySorting(ids);
      c.bySet(ids);
      return new long[] {a.steps, b.steps, c.steps};
    });
  }

  static String lists() {
    return table(List.of("lines", "append, x2", "append, +100", "insert first", "chain: get all"), n -> {
      var doubling = new OrderLines(c -> c * 2);
      var adding = new OrderLines(c -> c + 100);
      var front = new OrderLines(c -> c * 2);
      var chain = new LinkedLines();
      for (int i = 0; i < n; i++) {
        doubling.add(i);
        adding.add(i);
        front.addFirst(i);
        chain.add(i);
      }
      for (int i = 0; i < n; i++) chain.get(i);
      return new long[] {doubling.moves, adding.moves, front.moves, chain.hops};
    });
  }

  /** 10,000 requests, one a millisecond, window of `limit` ms: about `limit` timestamps are always inside. */
  static String window() {
    var rows = new ArrayList<>(List.of(List.of("limit", "deque", "filter a list")));
    for (int limit : new int[] {100, 200, 400, 800}) {
      var deque = new RateWindow(limit, limit);
      var list = new ArrayList<Long>();
      long filterSteps = 0;
      for (long now = 0; now < 10_000; now++) {
        deque.allow(now);
        long old = now - limit;
        filterSteps += list.size();
        list.removeIf(t -> t <= old);
        if (list.size() < limit) list.add(now);
      }
      rows.add(List.of(num(limit), perItem(deque.steps, 10_000), perItem(filterSteps, 10_000)));
    }
    return render(rows);
  }

  /** A key whose hash says nothing; it counts how often it is compared. */
  record BadKey(int id, long[] comparisons) implements Comparable<BadKey> {
    @Override
    public int hashCode() {
      return 1;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof BadKey key && key.id == id;
    }

    @Override
    public int compareTo(BadKey other) {
      comparisons[0]++;
      return Integer.compare(id, other.id);
    }
  }

  static String hashing() {
    var rows = new ArrayList<>(List.of(List.of("products", "growing", "64 buckets", "one hash", "HashMap, one hash")));
    for (int n : SIZES) {
      var growing = new ChainedTable<String, Integer>(16, true);
      var fixed = new ChainedTable<String, Integer>(64, false);
      var bad = new ChainedTable<BadKey, Integer>(16, true);
      var jdk = new HashMap<BadKey, Integer>();
      long[] comparisons = new long[1];
      for (int i = 0; i < n; i++) {
        growing.put(sku(i), i);
        fixed.put(sku(i), i);
        bad.put(new BadKey(i, comparisons), i);
        jdk.put(new BadKey(i, comparisons), i);
      }
      comparisons[0] = 0;
      for (int i = 0; i < n; i++) {
        growing.get(sku(i));
        fixed.get(sku(i));
        bad.get(new BadKey(i, comparisons));
        jdk.get(new BadKey(i, comparisons));
      }
      rows.add(List.of(num(n), perItem(growing.steps, n), perItem(fixed.steps, n), perItem(bad.steps, n),
          perItem(comparisons[0], n)));
    }
    return render(rows);
  }

  static String trees() {
    return table(List.of("n", "BST, random", "BST, sorted", "TreeMap, sorted", "top 10", "sort all"), n -> {
      var random = new PriceTree();
      var sorted = new PriceTree();
      long[] steps = new long[2];
      var treeMap = new TreeMap<Long, Integer>((a, b) -> { steps[0]++; return a.compareTo(b); });
      var top = new TopOrders(10);
      var all = new ArrayList<Long>();
      var ids = shuffled(n);
      for (int i = 0; i < n; i++) {
        long id = ids.get(i);
        random.add((int) id);
        sorted.add(i);
        treeMap.put((long) i, i);
        top.offer(new TopOrders.Order(id, id));
        all.add(id);
      }
      all.sort((a, b) -> { steps[1]++; return b.compareTo(a); });
      return new long[] {random.steps, sorted.steps, steps[0], top.comparisons, steps[1]};
    });
  }

  static String graphs() {
    return table(List.of("services", "calls", "BFS", "start order", "Dijkstra"), n -> {
      var random = new Random(42);
      var services = new ServiceGraph();
      var routes = new Routes();
      services.needs("s0");
      var edges = new HashSet<String>();
      for (int i = 1; i < n; i++) {
        for (int k = 0; k < 3; k++) {
          int other = random.nextInt(i);
          int cents = 1 + random.nextInt(500);
          services.needs("s" + i, "s" + other);
          if (edges.add(other + ">" + i)) routes.leg("s" + other, "s" + i, cents);
        }
      }
      services.affectedBy("s0");
      long bfs = services.steps;
      services.steps = 0;
      services.startOrder();
      routes.cheapestFrom("s0");
      return new long[] {edges.size(), bfs, services.steps, routes.steps};
    });
  }

  static String sorting() {
    return table(List.of("orders", "insertion", "merge", "List.sort", "insertion*", "merge*", "List.sort*"), n -> {
      long[] random = shuffled(n).stream().mapToLong(Long::longValue).toArray();
      long[] nearly = LongStream.range(0, n).toArray();
      for (int i = 0; i + 100 < n; i += 100) {         // one late order in a hundred
        long t = nearly[i];
        nearly[i] = nearly[i + 1];
        nearly[i + 1] = t;
      }
      var counts = new ArrayList<Long>();
      for (long[] input : List.of(random, nearly)) {
        var insertion = new Sorts();
        var merge = new Sorts();
        long[] steps = new long[1];
        insertion.insertion(input.clone());
        merge.merge(input);
        var list = new ArrayList<>(LongStream.of(input).boxed().toList());
        list.sort((a, b) -> { steps[0]++; return a.compareTo(b); });
        Collections.addAll(counts, insertion.comparisons, merge.comparisons, steps[0]);
      }
      return counts.stream().mapToLong(Long::longValue).toArray();
    });
  }

  static String searching() {
    var rows = new ArrayList<>(List.of(List.of("orders", "scan, worst", "binary, worst")));
    for (int n : new int[] {1_000, 2_000, 4_000, 8_000, 1_000_000}) {
      var times = LongStream.range(0, n).map(i -> i * 1_000).toArray();
      var scan = new OrderLog(times);
      scan.firstByScan(Long.MAX_VALUE);
      long worst = 0;
      for (int i = 0; i <= n; i++) {
        var binary = new OrderLog(times);
        binary.firstAtOrAfter(i * 1_000L);
        worst = Math.max(worst, binary.steps);
      }
      rows.add(List.of(num(n), num(scan.steps), num(worst)));
    }
    return render(rows);
  }

  static List<Long> shuffled(int n) {
    var ids = new ArrayList<>(LongStream.range(0, n).boxed().toList());
    Collections.shuffle(ids, new Random(42));
    return ids;
  }

  private static String sku(int i) {
    return "SKU-%06d".formatted(i);
  }

  private static String table(List<String> heads, IntFunction<long[]> measure) {
    var rows = new ArrayList<List<String>>(List.of(heads));
    for (int n : SIZES) {
      var cells = new ArrayList<>(List.of(num(n)));
      for (long count : measure.apply(n)) cells.add(num(count));
      rows.add(cells);
    }
    return render(rows);
  }

  /** Right-aligned columns, each as wide as its widest cell. */
  private static String render(List<List<String>> rows) {
    var out = new StringBuilder();
    for (var row : rows) {
      var line = new StringBuilder();
      for (int c = 0; c < row.size(); c++) {
        int column = c;
        int width = rows.stream().mapToInt(r -> r.get(column).length()).max().orElseThrow();
        line.append(c == 0 ? "" : "  ").append(" ".repeat(width - row.get(c).length())).append(row.get(c));
      }
      out.append(line).append('\n');
    }
    return out.toString();
  }

  private static String num(long n) {
    return String.format(Locale.US, "%,d", n);
  }

  private static String perItem(long steps, int items) {
    return String.format(Locale.US, "%.1f", (double) steps / items);
  }
}
