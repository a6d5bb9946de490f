package shop.structures;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StructuresTest {

  @ParameterizedTest
  @ValueSource(strings = {
    "duplicates", "lists", "window", "hashing", "bloom", "trees", "graphs", "accounts", "sorting",
    "searching", "distance"})
  void theTablesOnThePageAreWhatTheCodeCounts(String name) throws Exception {
    assertEquals(Files.readString(Path.of("output", name + ".txt")), Measure.TABLES.get(name).get());
  }

  @Test
  void aBloomFilterNeverDeniesWhatItHolds() {
    var filter = new BloomFilter(80_000, 6);
    for (int i = 0; i < 10_000; i++) filter.add("key" + i);
    for (int i = 0; i < 10_000; i++) assertTrue(filter.mightContain("key" + i));
    assertFalse(new BloomFilter(80, 6).mightContain("key1"));
  }

  @Test
  void accountsThatShareSomethingAreOnePersonAcrossSeveralSteps() {
    var accounts = new Accounts(6);
    accounts.same(0, 1);                  // one address
    accounts.same(3, 4);                  // one card
    assertFalse(accounts.areSame(1, 3));
    accounts.same(1, 4);                  // joins both groups
    assertTrue(accounts.areSame(0, 3));
    assertFalse(accounts.areSame(0, 5));
  }

  @Test
  void bothWaysOfTheEditDistanceAgree() {
    var words = List.of("", "mug", "mgu", "teapot", "teapto", "pot");
    for (String a : words) {
      for (String b : words) {
        assertEquals(new EditDistance().byRecursion(a, b), new EditDistance().byTable(a, b), a + " " + b);
      }
    }
    assertEquals(3, new EditDistance().byTable("pot", "teapot"));
  }

  @Test
  void allThreeWaysFindThePaymentBookedTwice() {
    var ids = List.of(7L, 3L, 9L, 3L);
    assertTrue(new Duplicates().byPairs(ids));
    assertTrue(new Duplicates().bySorting(ids));
    assertTrue(new Duplicates().bySet(ids));
    assertFalse(new Duplicates().bySorting(List.of(7L, 3L, 9L)));
  }

  @Test
  void listKeepsOrderAtBothEnds() {
    var lines = new OrderLines(c -> c * 2);
    for (int i = 1; i <= 11; i++) lines.add(i);
    lines.addFirst(0);
    assertEquals(12, lines.size());
    for (int i = 0; i < 12; i++) assertEquals(i, lines.get(i));
  }

  @Test
  void windowSlides() {
    var window = new RateWindow(3, 60_000);
    assertTrue(window.allow(0));
    assertTrue(window.allow(1_000));
    assertTrue(window.allow(59_000));
    assertFalse(window.allow(59_500));
    assertTrue(window.allow(60_000));    // the request of second 0 has left
    assertFalse(window.allow(60_500));
  }

  @Test
  void windowKeepsItsLimitForManyThreads() {
    for (int round = 0; round < 100; round++) {
      var window = new RateWindow(2_000, 60_000);
      var accepted = new AtomicInteger();
      try (var threads = Executors.newFixedThreadPool(4)) {
        for (int thread = 0; thread < 4; thread++) {
          threads.execute(() -> {
            for (int i = 0; i < 1_000; i++) {
              if (window.allow(0)) accepted.incrementAndGet();
            }
          });
        }
      }
      assertEquals(2_000, accepted.get());
    }
  }

  @Test
  void earliestRetryComesFirst() {
    var queue = new RetryQueue();
    queue.failed(1001, 2, 0);            // due at 4,000
    queue.failed(1002, 0, 500);          // due at 1,500
    assertEquals(List.of(), queue.due(1_000));
    assertEquals(1002, queue.due(2_000).getFirst().orderId());
    assertEquals(1001, queue.due(4_000).getFirst().orderId());
  }

  @Test
  void bracketsOfARule() {
    assertEquals(-1, PromotionRule.firstBadBracket("(total > 50 and sku in [MUG, POT])"));
    assertEquals(32, PromotionRule.firstBadBracket("(total > 50 and sku in [MUG, POT)]"));
    assertEquals(0, PromotionRule.firstBadBracket("(total > 50"));
    assertEquals(2, PromotionRule.firstBadBracket("a ) b"));
  }

  @Test
  void tableFindsWhatWasPut() {
    var table = new ChainedTable<String, Integer>(16, true);
    for (int i = 0; i < 1_000; i++) table.put("SKU-" + i, i);
    table.put("SKU-7", 70);
    assertEquals(70, table.get("SKU-7"));
    assertEquals(999, table.get("SKU-999"));
    assertEquals(null, table.get("SKU-1000"));
  }

  @Test
  void cacheDropsTheProductReadLongestAgo() {
    var cache = new LruCache<String, String>(3);
    cache.put("MUG", "mug");
    cache.put("TEA", "tea");
    cache.put("POT", "pot");
    cache.get("MUG");
    cache.put("CUP", "cup");
    assertEquals(List.of("POT", "MUG", "CUP"), List.copyOf(cache.keySet()));
  }

  @Test
  void categoryTreeAddsUp() {
    var drinks = new Category("Drinks", 2, List.of(
        new Category("Tea", 5, List.of(new Category("Green tea", 9, List.of()))),
        new Category("Coffee", 4, List.of())));
    assertEquals(20, drinks.totalProducts());
    assertEquals(3, drinks.depth());
  }

  @Test
  void sortedMapAnswersFloorAndRange() {
    var fees = new TreeMap<>(Map.of(0, "letter", 1_000, "parcel S", 5_000, "parcel L"));
    assertEquals("parcel S", fees.floorEntry(4_999).getValue());
    assertEquals(2, fees.subMap(0, 5_000).size());
  }

  record Product(String sku, int cents) {}

  @Test
  void aTreeSetOrderedByPriceLosesProducts() {
    var mug = new Product("MUG", 1_250);
    var cup = new Product("CUP", 1_250);
    var byPrice = new TreeSet<>(Comparator.comparingInt(Product::cents));
    byPrice.addAll(List.of(mug, cup));
    assertEquals(1, byPrice.size());
    var byPriceAndSku = new TreeSet<>(Comparator.comparingInt(Product::cents).thenComparing(Product::sku));
    byPriceAndSku.addAll(List.of(mug, cup));
    assertEquals(2, byPriceAndSku.size());
  }

  @Test
  void removeTakesAnIntAsPosition() {
    List<Long> orderIds = new ArrayList<>(List.of(1001L, 1002L));
    int orderId = 1001;
    assertThrows(IndexOutOfBoundsException.class, () -> orderIds.remove(orderId));
    assertTrue(orderIds.remove(Long.valueOf(orderId)));
  }

  @Test
  void topOrdersAgreesWithASort() {
    var random = new Random(7);
    var top = new TopOrders(10);
    var all = new ArrayList<TopOrders.Order>();
    for (int i = 0; i < 500; i++) {
      var order = new TopOrders.Order(i, random.nextInt(1_000_000));
      top.offer(order);
      all.add(order);
    }
    all.sort(Comparator.comparingLong(TopOrders.Order::cents).reversed());
    assertEquals(all.subList(0, 10), top.largestFirst());
  }

  @Test
  void trieSuggestsInOrder() {
    var trie = new NameTrie();
    for (String name : List.of("tea pot", "tea", "teaspoon", "mug", "tent")) trie.add(name);
    assertEquals(List.of("tea", "tea pot"), trie.suggest("tea", 2));
    assertEquals(List.of(), trie.suggest("tex", 5));
    assertEquals(List.of("tea", "tea pot", "teaspoon", "tent"), trie.suggest("te", 9));
  }

  private static ServiceGraph shop() {
    var graph = new ServiceGraph();
    graph.needs("gateway", "catalog", "order");
    graph.needs("order", "inventory", "payment", "broker");
    graph.needs("notification", "broker");
    graph.needs("catalog", "database");
    graph.needs("inventory", "database");
    graph.needs("payment", "database");
    return graph;
  }

  @Test
  void servicesStartAfterWhatTheyNeed() {
    assertEquals(
        List.of("broker", "database", "notification", "catalog", "inventory", "payment", "order", "gateway"),
        shop().startOrder());
  }

  @Test
  void breadthFirstFindsWhoSuffers() {
    assertEquals(Map.of("inventory", 0, "order", 1, "gateway", 2), shop().affectedBy("inventory"));
  }

  @Test
  void depthFirstNamesTheCycle() {
    var graph = shop();
    assertEquals(List.of(), graph.findCycle());
    graph.needs("inventory", "order");
    assertEquals(List.of("order", "inventory", "order"), graph.findCycle());
    assertThrows(IllegalStateException.class, graph::startOrder);
  }

  @Test
  void dijkstraPrefersTheCheaperDetour() {
    var routes = new Routes();
    routes.leg("Hamburg", "Munich", 900);
    routes.leg("Hamburg", "Leipzig", 300);
    routes.leg("Leipzig", "Munich", 400);
    routes.leg("Munich", "Graz", 500);
    assertEquals(Map.of("Hamburg", 0, "Leipzig", 300, "Munich", 700, "Graz", 1_200),
        routes.cheapestFrom("Hamburg"));
  }

  @Test
  void sortsSort() {
    long[] input = {1250, 490, 2900, 490, 100};
    long[] sorted = {100, 490, 490, 1250, 2900};
    long[] copy = input.clone();
    new Sorts().insertion(copy);
    assertArrayEquals(sorted, copy);
    assertArrayEquals(sorted, new Sorts().merge(input));
  }

  record Line(int customer, int day) {}

  @Test
  void aStableSortKeepsTheFormerOrderOfEquals() {
    var lines = new ArrayList<>(List.of(new Line(2, 1), new Line(1, 2), new Line(2, 3), new Line(1, 4)));
    lines.sort(Comparator.comparingInt(Line::customer));
    assertEquals(List.of(new Line(1, 2), new Line(1, 4), new Line(2, 1), new Line(2, 3)), lines);
  }

  @Test
  void subtractionInAComparatorOverflows() {
    Comparator<Integer> wrong = (a, b) -> a - b;
    assertTrue(wrong.compare(-2_000_000_000, 2_000_000_000) > 0);       // claims the small one is larger
    assertTrue(Integer.compare(-2_000_000_000, 2_000_000_000) < 0);
  }

  @Test
  void binarySearchFindsTheFirstOrderOfAPeriod() {
    var log = new OrderLog(new long[] {10, 20, 20, 20, 30});
    assertEquals(1, log.firstAtOrAfter(20));
    assertEquals(1, log.firstByScan(20));
    assertEquals(0, log.firstAtOrAfter(5));
    assertEquals(5, log.firstAtOrAfter(31));
    assertEquals(4, log.firstAtOrAfter(21));
  }

  @Test
  void unsortedInputGivesAWrongAnswerWithoutAnError() {
    assertTrue(Arrays.binarySearch(new int[] {30, 10, 20}, 30) < 0);     // it is there, at index 0
    assertEquals(-3, Arrays.binarySearch(new int[] {10, 20, 40}, 30));   // absent: -(insertion point) - 1
  }
}
