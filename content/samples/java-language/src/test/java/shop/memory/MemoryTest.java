package shop.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MemoryTest {
    @Test
    void aVolatileFlagStopsTheLoop() throws Exception {
        Thread loop = Thread.ofPlatform().daemon().start(StopFlag::volatileLoop);
        StopFlag.volatileStop = true;
        loop.join(10_000);
        assertFalse(loop.isAlive());
    }

    @Test
    void onlyTheAtomicCounterIsExact() throws Exception {
        var counters = new Counters();
        counters.run();
        assertEquals(Counters.THREADS * Counters.EACH, counters.atomic.get());
    }

    @Test
    void aPriceListIsReplacedAsAWhole() {
        var board = new PriceBoard();
        var before = board.current();
        board.replace(Map.of("POT-01", new BigDecimal("29.00")));
        assertEquals(0, before.version());
        assertEquals(1, board.current().version());
        assertThrows(UnsupportedOperationException.class, () -> board.current().bySku().clear());
    }
}
