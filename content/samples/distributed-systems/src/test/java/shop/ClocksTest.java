package shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import shop.clocks.ClocksDemo;
import shop.clocks.VectorClock;
import shop.clocks.VectorClock.Order;

class ClocksTest {

    @Test
    void twoCartEditsOnTwoPhonesAreConcurrent() {
        var base = VectorClock.start().tick("phone");
        var mug = base.tick("phone");
        var tea = base.tick("laptop");
        assertThat(mug.compareWith(tea)).isEqualTo(Order.CONCURRENT);
        var merged = mug.receive("server", tea);
        assertThat(tea.compareWith(merged)).isEqualTo(Order.BEFORE);
        assertThat(merged.compareWith(mug)).isEqualTo(Order.AFTER);
        assertThat(mug.compareWith(mug)).isEqualTo(Order.SAME);
    }

    @Test
    void theOutputOnThePageIsThisProgramsOutput() throws Exception {
        assertThat(ClocksDemo.run()).isEqualTo(Files.readString(Path.of("output/clocks.txt")));
    }
}
