import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.regex.Pattern;

/** Builds stock reports for some seconds with four threads. Run: java StockReport [cpu,lock] [seconds], naming the repairs */
public class StockReport {
  record Product(int id, String name, int stock) {}

  static final List<Product> products = new ArrayList<>();
  static final LongAdder reports = new LongAdder();
  static boolean cpuRepaired, lockRepaired;

  public static void main(String[] args) throws Exception {
    String repairs = args.length > 0 ? args[0] : "none";
    cpuRepaired = repairs.contains("cpu");
    lockRepaired = repairs.contains("lock");
    int seconds = args.length > 1 ? Integer.parseInt(args[1]) : 8;
    for (int i = 0; i < 300; i++) products.add(new Product(i, "Mug No. " + i + " (blue)", i % 7));
    for (Product p : products) STOCK.put(p.id(), p.stock());
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
    try (var pool = Executors.newFixedThreadPool(4)) {
      for (int t = 0; t < 4; t++)
        pool.execute(() -> {
          while (System.nanoTime() < end) {
            saveReport(buildReport());
            reports.increment();
          }
        });
    }
    System.out.println("repaired " + repairs + ": " + reports.sum() / seconds + " reports a second");
  }

  // #region report
  static String buildReport() {
    var out = new StringBuilder();
    for (Product p : products)
      out.append(slug(p.name())).append(';').append(stockOf(p.id())).append('\n');
    return out.toString();
  }

  static String slug(String name) {
    return cpuRepaired
        ? NOT_WORD.matcher(name.toLowerCase(Locale.ROOT)).replaceAll("-")
        // compiles the pattern each time
        : name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
  }

  static int stockOf(int id) {
    if (cpuRepaired) return STOCK.get(id);
    // Walks the list.
    for (Product p : products) if (p.id() == id) return p.stock();
    throw new IllegalArgumentException("no product " + id);
  }

  static void saveReport(String report) {
    if (lockRepaired) sleep(5);
    else
      synchronized (StockReport.class) {
        sleep(5); // stands for a slow disk or a remote call, made under the lock
      }
  }
  // #endregion report

  static final Pattern NOT_WORD = Pattern.compile("[^a-z0-9]+");
  static final Map<Integer, Integer> STOCK = new HashMap<>();

  static void sleep(int millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
