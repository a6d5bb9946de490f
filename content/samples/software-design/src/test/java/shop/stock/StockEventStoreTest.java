package shop.stock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import shop.TestPostgres;
import shop.stock.StockEvent.*;

@SpringBootTest
@AutoConfigureMockMvc
@Import(TestPostgres.class)
class StockEventStoreTest {
    @Autowired StockEventStore store;
    @Autowired JdbcClient db;

    @Test
    void replaysAndRefusesTheSecondWriter() {
        db.sql("truncate stock_event").update();
        // #region test
        store.append("MUG-1", 0, new StockReceived(10));
        store.append("MUG-1", 1, new StockReserved(501, 4));
        store.append("MUG-1", 2, new StockReleased(501, 4));
        store.append("MUG-1", 3, new StockReserved(502, 8));

        StockItem now = StockItem.replay("MUG-1", store.load("MUG-1", 4));
        assertThat(now).isEqualTo(new StockItem("MUG-1", 4, 2));

        StockItem earlier = StockItem.replay("MUG-1", store.load("MUG-1", 2));
        assertThat(earlier.available()).isEqualTo(6);

        // Two buyers decide on version 4; the primary key lets one of them through.
        store.append("MUG-1", now.version(), now.reserve(503, 2));
        assertThatThrownBy(
                () -> store.append("MUG-1", now.version(), now.reserve(504, 2)))
                .hasMessage("MUG-1 is past version 4");
        // #endregion test
    }
}
