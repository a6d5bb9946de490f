package shop.keys;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Function;

import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;

/** Where Kafka puts 60,000 records of a marketplace, by three choices of the key. */
public final class KeySpread {

    private static final int PARTITIONS = 6;

    private KeySpread() {
    }

    // #region records
    record Sale(long order, String seller) {}

    /** Two of five orders belong to one seller; 200 share the rest. */
    static List<Sale> sales(int count) {
        var random = new Random(7);
        var sales = new ArrayList<Sale>();
        for (int i = 0; i < count; i++) {
            boolean big = random.nextInt(5) < 2;
            sales.add(new Sale(i, big ? "teahouse" : "seller-" + random.nextInt(200)));
        }
        return sales;
    }
    // #endregion records

    // #region spread
    /** The hash that Kafka's producer applies to a key. */
    static int partition(String key) {
        return BuiltInPartitioner.partitionForKey(key.getBytes(), PARTITIONS);
    }

    public static void main(String[] args) {
        show("seller", Sale::seller);
        show("order", sale -> String.valueOf(sale.order()));
        show("seller, big one split", sale -> sale.seller().equals("teahouse")
                ? "teahouse-" + sale.order() % 12 : sale.seller());
    }
    // #endregion spread

    private static void show(String name, Function<Sale, String> key) {
        long[] count = new long[PARTITIONS];
        for (Sale sale : sales(60_000)) {
            count[partition(key.apply(sale))]++;
        }
        long most = Arrays.stream(count).max().orElseThrow();
        System.out.println("key: " + name);
        System.out.println("  records " + Arrays.toString(count));
        System.out.printf("  six readers of 100 a second need %d s%n", (most + 99) / 100);
    }
}
