package shop.message;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class MessageTest {
    // #region polymorphism
    @Test
    void oneCallRunsTheCodeOfEachObject() {
        List<Message> outbox = List.of(
                new OrderPaid("ann", new BigDecimal("41.50")),
                new OrderShipped("ann", "P-77"));

        assertEquals(List.of(
                "ann via MAIL: We have received 41.50 euro. Thank you.",
                "ann via SMS: Your parcel P-77 is on its way to you."),
                outbox.stream().map(Message::render).toList());
    }
    // #endregion polymorphism

    @Test
    void anInterfaceIsARole() {
        Message message = new OrderShipped("ann", "P-77");
        if (message instanceof Urgent urgent) {
            assertEquals(Duration.ofMinutes(5), urgent.deadline());
        }
        assertThrows(NullPointerException.class, () -> new OrderShipped("ann", null));
    }

    @Test
    void smsIsCut() {
        assertEquals(40, Channel.SMS.fit("x".repeat(80)).length());
    }

    @Test
    void fieldsAssignedBeforeSuperAreSeen() {
        assertEquals("parcel null", new TooEarly.Late("P-77").line);
        assertEquals("parcel P-77", new TooEarly.Early("P-77").line);
    }
}
