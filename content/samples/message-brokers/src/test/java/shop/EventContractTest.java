package shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;

import org.junit.jupiter.api.Test;

import shop.events.OrderCreated;
import tools.jackson.databind.json.JsonMapper;

/** What was published once must stay readable: the files are never edited, only added to. */
class EventContractTest {

    private final JsonMapper json = JsonMapper.builder().build();

    // #region contract
    @Test
    void todaysConsumerReadsVersion1() throws IOException {
        var event = json.readValue(
                published("order-created-v1.json"), OrderCreated.class);

        assertThat(event.orderId()).isEqualTo(42);
        assertThat(event.total()).isEqualByComparingTo("39.80");
        assertThat(event.lines()).hasSize(1);
    }

    @Test
    void aFieldOfAFutureVersionIsIgnored() throws IOException {
        var v1 = new String(published("order-created-v1.json").readAllBytes());
        var next = v1.replaceFirst("\\{", "{ \"currency\": \"EUR\",");

        assertThat(json.readValue(next, OrderCreated.class).orderId())
                .isEqualTo(42);
    }
    // #endregion contract

    private static InputStream published(String file) {
        return EventContractTest.class.getResourceAsStream("/contracts/" + file);
    }
}
