package shop.wiring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckoutTest {
    // #region fake
    private final Instant leapDay = Instant.parse("2028-02-29T23:59:59Z");
    private final List<Checkout.Receipt> saved = new ArrayList<>();

    @Test
    void theReceiptCarriesTheTimeOfPayment() {
        var checkout = new Checkout((id, amount) -> "pay-9", saved::add,
                Clock.fixed(leapDay, ZoneOffset.UTC));

        checkout.pay(501, new BigDecimal("17.40"));

        assertEquals(List.of(new Checkout.Receipt(501, "pay-9", leapDay)), saved);
    }

    @Test
    void noReceiptWithoutPayment() {
        Checkout.PaymentGateway down = (id, amount) -> {
            throw new IllegalStateException("down");
        };
        var checkout = new Checkout(down, saved::add, Clock.systemUTC());

        assertThrows(IllegalStateException.class,
                () -> checkout.pay(501, BigDecimal.TEN));
        assertTrue(saved.isEmpty());
    }
    // #endregion fake

    @Test
    void theRealGraphStarts(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("receipts.txt");
        ShopMain.main(new String[] {file.toString()});
        assertTrue(Files.readString(file).contains("pay-501"));
    }
}
