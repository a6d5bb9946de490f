package shop.types;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

public final class StatusCount {

    // #region enum-map
    enum Status { NEW, PAID, SHIPPED, CANCELLED }

    static final EnumSet<Status> OPEN =
            EnumSet.of(Status.NEW, Status.PAID);

    static Map<Status, Integer> count(List<Status> orders) {
        var count = new EnumMap<Status, Integer>(Status.class);
        for (Status status : Status.values()) count.put(status, 0);
        for (Status status : orders) count.merge(status, 1, Integer::sum);
        return count;
    }
    // #endregion enum-map

    public static void main(String[] args) {
        var orders = List.of(Status.SHIPPED, Status.NEW,
                Status.SHIPPED, Status.PAID);
        System.out.println(count(orders));
        System.out.println(orders.stream().filter(OPEN::contains).toList());
        try {
            new EnumMap<Status, Integer>(new HashMap<>());
        } catch (IllegalArgumentException e) {
            System.out.println("from an empty HashMap: " + e.getMessage());
        }
    }

    private StatusCount() {}
}
