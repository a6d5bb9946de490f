package shop.errors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpTimeoutException;
import org.junit.jupiter.api.Test;

class ErrorBoundaryTest {
    @Test
    void aRefusalIsAnAnswerWithNumbers() {
        var answer = ErrorBoundary.answer(() -> new OrderResult.OutOfStock("POT", 3));
        assertEquals(new ErrorBoundary.Answer(409, "out-of-stock", "Only 3 left"), answer);
    }

    @Test
    void silenceOfTheProviderIsNeitherYesNorNo() {
        var answer = ErrorBoundary.answer(() -> {
            throw new PaymentUnconfirmed("charge 501", new HttpTimeoutException("2 s"));
        });
        assertEquals(202, answer.status());
        assertEquals("unconfirmed", answer.code());
    }

    @Test
    void badInputNamesTheField() {
        var answer = ErrorBoundary.answer(() -> {
            throw new InvalidInput("quantity", "Quantity must be at least 1");
        });
        assertEquals("invalid-quantity", answer.code());
    }

    // #region bug
    @Test
    void aBugTellsTheCustomerNothingButTheIncident() {
        var answer = ErrorBoundary.answer(() -> {
            throw new IllegalStateException("jdbc:postgresql://db-1/shop refused order 501");
        });
        assertEquals(500, answer.status());
        assertFalse(answer.text().contains("postgresql"));
        assertTrue(answer.text().matches("Please quote incident [0-9a-f-]{36}"));
    }
    // #endregion bug
}
