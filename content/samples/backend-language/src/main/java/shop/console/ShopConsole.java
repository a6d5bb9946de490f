package shop.console;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;

/** Reads one command a line and prints the answer. */
public final class ShopConsole {
    private final Shop shop;

    public ShopConsole(Shop shop) {
        this.shop = shop;
    }

    // #region console
    public String answer(String line) {
        String[] words = line.strip().split("\\s+");
        try {
            return switch (words[0]) {
                case "list" -> String.join("\n", shop.catalog().all().stream()
                        .map(p -> "%s  %-16s %8s  stock %d".formatted(
                                p.sku(), p.name(), p.price(), p.stock()))
                        .toList());
                case "order" -> show(shop.placeOrder(1,
                        Map.of(word(words, 1), Integer.parseInt(word(words, 2)))));
                case "pay" -> show(shop.pay(Long.parseLong(word(words, 1))));
                case "cancel" -> show(shop.cancel(Long.parseLong(word(words, 1))));
                case "report" -> String.join("\n",
                        SalesReport.bestSellers(shop.orders().findAll(), 3));
                default -> "commands: list, order SKU QUANTITY, "
                        + "pay ID, cancel ID, report, quit";
            };
        } catch (ShopException
                 | IllegalArgumentException | IllegalStateException e) {
            return "refused: " + e.getMessage();
        }
    }
    // #endregion console

    private static String word(String[] words, int index) {
        if (index >= words.length) {
            throw new IllegalArgumentException("something is missing after '" + words[0] + "'");
        }
        return words[index];
    }

    private static String show(Order order) {
        return "order %d %s, total %s".formatted(order.id(), order.status(), order.total());
    }

    // #region main
    static void main(String[] args) {
        var catalog = CatalogFile.load(Path.of(args[0]));
        var console = new ShopConsole(new Shop(catalog, Clock.systemUTC()));
        for (String line = IO.readln("> "); line != null && !line.equals("quit"); line = IO.readln("> ")) {
            IO.println(console.answer(line));
        }
    }
    // #endregion main
}
