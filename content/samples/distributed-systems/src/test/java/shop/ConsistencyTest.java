package shop;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import shop.consistency.Primary;
import shop.consistency.Session;

class ConsistencyTest {

    // #region anomalies
    @Test
    void aSessionSeesItsOwnWritesAndNeverGoesBack() {
        var primary = new Primary();
        var anna = new Session(primary);
        var ben = new Session(primary);

        long paid = anna.write("order:42", "PAID");
        // Eventual: her order is gone. Then read-your-writes.
        assertThat(anna.readAnything("order:42", 0)).isNull();
        assertThat(anna.read("order:42", 0)).isEqualTo("PAID");

        primary.ship(0, paid);             // replica 0 catches up, 1 does not
        assertThat(ben.readAnything("order:42", 0)).isEqualTo("PAID");
        assertThat(ben.readAnything("order:42", 1)).isNull();   // back in time
        assertThat(ben.read("order:42", 0)).isEqualTo("PAID");
        assertThat(ben.read("order:42", 1)).isEqualTo("PAID");    // monotonic reads
    }
    // #endregion anomalies

    @Test
    void anotherSessionMayStillBeBehind() {
        var primary = new Primary();
        new Session(primary).write("order:42", "PAID");
        assertThat(new Session(primary).read("order:42", 1)).isNull();   // allowed here, not if linearizable
    }
}
