package shop.clocks;

/** Order 42 with three kinds of time: the payment server's wall clock is 5 seconds slow. */
public final class ClocksDemo {

    public static String run() {
        var out = new StringBuilder();
        var order = new LamportClock();
        var payment = new LamportClock();
        var stock = new LamportClock();
        var none = VectorClock.start();

        long l1 = order.send();
        var v1 = none.tick("order");
        long l2 = payment.receive(l1);
        var v2 = none.receive("payment", v1);
        long l3 = payment.send();
        var v3 = v2.tick("payment");
        long l4 = order.receive(l3);
        var v4 = v1.receive("order", v3);
        long l5 = stock.event();
        var v5 = none.tick("stock");

        out.append("event               wall clock    Lamport  vector\n");
        line(out, "A order created", "10:00:00.000", l1, v1);
        line(out, "B payment asked", "09:59:55.020", l2, v2);
        line(out, "C money captured", "09:59:55.140", l3, v3);
        line(out, "D order paid", "10:00:00.160", l4, v4);
        line(out, "E mug counted", "10:00:00.100", l5, v5);
        out.append('\n');
        out.append("A and C: ").append(v1.compareWith(v3)).append('\n');
        out.append("D and C: ").append(v4.compareWith(v3)).append('\n');
        out.append("E and D: ").append(v5.compareWith(v4)).append('\n');
        return out.toString();
    }

    private static void line(StringBuilder out, String event, String wall, long lamport, VectorClock vector) {
        out.append("%-18s  %s  %7d  %s%n".formatted(event, wall, lamport, vector));
    }

    public static void main(String[] args) {
        System.out.print(run());
    }
}
