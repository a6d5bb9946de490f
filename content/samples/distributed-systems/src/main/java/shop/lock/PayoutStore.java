package shop.lock;

import java.math.BigDecimal;
import java.sql.SQLException;
import javax.sql.DataSource;

/** The table that the lock protects; it checks the number itself. */
public final class PayoutStore {

    private final DataSource db;

    public PayoutStore(DataSource db) throws SQLException {
        this.db = db;
        try (var c = db.getConnection(); var s = c.createStatement()) {
            s.execute("create table if not exists payout (payday date primary key, total numeric(12,2), fence bigint not null)");
            s.execute("insert into payout values (date '2026-11-20', null, 0)");
        }
    }

    // #region fenced
    /** False: somebody with a newer lease has been here. */
    public boolean save(String day, BigDecimal total, long fence)
            throws SQLException {
        String sql = "update payout set total = ?, fence = ?"
                + " where payday = ? and fence <= ?";
        try (var c = db.getConnection(); var update = c.prepareStatement(sql)) {
            update.setBigDecimal(1, total);
            update.setLong(2, fence);
            update.setDate(3, java.sql.Date.valueOf(day));
            update.setLong(4, fence);
            return update.executeUpdate() == 1;
        }
    }
    // #endregion fenced

    public BigDecimal total(String day) throws SQLException {
        try (var c = db.getConnection(); var q = c.prepareStatement("select total from payout where payday = ?")) {
            q.setDate(1, java.sql.Date.valueOf(day));
            try (var rows = q.executeQuery()) {
                rows.next();
                return rows.getBigDecimal(1);
            }
        }
    }
}
