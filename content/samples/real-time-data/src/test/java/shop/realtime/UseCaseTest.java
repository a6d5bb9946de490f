package shop.realtime;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import shop.realtime.QuoteBuffer.Quote;

class UseCaseTest {

    @Test
    void aSlowClientGetsOneQuoteASymbol() throws Exception {
        var buffer = new QuoteBuffer();
        for (int i = 1; i <= 1_000; i++) {
            buffer.offer(new Quote("MUG-" + i % 3, i, "9." + i % 100));
        }
        var batch = buffer.take();
        assertThat(batch).extracting(Quote::seq).containsExactlyInAnyOrder(998L, 999L, 1_000L);
    }

    @Test
    void copiesAgreeWhateverTheOrderOfArrival() {
        var ada = new SharedFields();
        var bo = new SharedFields();
        var name = ada.write("ada", "name", "Blue mug");
        var rival = bo.write("bo", "name", "Navy mug");
        var price = bo.write("bo", "price", "12.50");
        ada.apply(price);
        ada.apply(rival);
        bo.apply(name);
        assertThat(ada.read("name")).isEqualTo(bo.read("name")).isEqualTo("Navy mug");
        assertThat(ada.read("price")).isEqualTo("12.50");
    }

    @Test
    void oneReadingASecondHoldsEveryOrder() {
        var meter = new OrderMeter();
        for (int i = 0; i < 5_000; i++) meter.count(i % 100 != 0);
        meter.tick(1);
        assertThat(meter.latest()).isEqualTo(new OrderMeter.Reading(1, 5_000, 50));
        meter.tick(2);
        assertThat(meter.latest().orders()).isZero();
    }
}
