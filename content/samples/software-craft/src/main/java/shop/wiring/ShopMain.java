package shop.wiring;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;

public final class ShopMain {
    // #region root
    public static void main(String[] args) throws IOException {
        Path file = args.length > 0
                ? Path.of(args[0]) : Files.createTempFile("receipts", ".txt");
        String url = System.getenv()
                .getOrDefault("PAYMENT_URL", "https://pay.example");

        // The only place that names concrete classes; try closes what it opened.
        try (FileReceipts receipts = new FileReceipts(file)) {
            var gateway = new ConsoleGateway(url);
            var checkout = new Checkout(gateway, receipts, Clock.systemUTC());

            checkout.pay(501, new BigDecimal("17.40"));
        }
    }
    // #endregion root

    private ShopMain() {}
}
