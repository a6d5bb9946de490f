package shop.stock;

import java.util.List;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import shop.stock.StockEvent.*;
import tools.jackson.databind.json.JsonMapper;

@Repository
public class StockEventStore {
    private final JdbcClient db;
    private final JsonMapper json;

    StockEventStore(JdbcClient db, JsonMapper json) {
        this.db = db;
        this.json = json;
    }

    // #region store
    public void append(String sku, int expectedVersion, StockEvent event) {
        try {
            db.sql("insert into stock_event (sku, version, type, data) values (?, ?, ?, ?::jsonb)")
                    .params(sku, expectedVersion + 1, event.getClass().getSimpleName(),
                            json.writeValueAsString(event))
                    .update();
        } catch (DuplicateKeyException e) {
            throw new IllegalStateException(sku + " is past version " + expectedVersion, e);
        }
    }

    public List<StockEvent> load(String sku, int upToVersion) {
        return db.sql("select type, data from stock_event where sku = ? and version <= ? order by version")
                .params(sku, upToVersion)
                .query((rs, n) -> read(rs.getString("type"), rs.getString("data")))
                .list();
    }

    private StockEvent read(String type, String data) {
        return switch (type) {
            case "StockReceived" -> json.readValue(data, StockReceived.class);
            case "StockReserved" -> json.readValue(data, StockReserved.class);
            case "StockReleased" -> json.readValue(data, StockReleased.class);
            default -> throw new IllegalStateException("unknown event type " + type);
        };
    }
    // #endregion store
}
