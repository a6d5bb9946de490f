package shop.secure;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

public class ProductSearch {
    private final Connection connection;

    public ProductSearch(Connection connection) {
        this.connection = connection;
    }

    // #region array
    /** One statement text for any number of ids. */
    public List<String> namesOf(List<Long> ids) throws SQLException {
        String sql = "select name from product where id = any (?) order by id";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setArray(
                    1, connection.createArrayOf("bigint", ids.toArray()));
            return names(statement);
        }
    }
    // #endregion array

    // #region like
    /**
     * The typed text is searched for as it stands: % and _ are ordinary characters.
     */
    public List<String> nameContains(String typed) throws SQLException {
        String literal = typed
                .replace("!", "!!").replace("%", "!%").replace("_", "!_");
        String sql = "select name from product where name ilike ? escape '!'"
                + " order by id limit 50";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, "%" + literal + "%");
            return names(statement);
        }
    }
    // #endregion like

    private static List<String> names(PreparedStatement statement) throws SQLException {
        var names = new ArrayList<String>();
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) names.add(rows.getString(1));
        }
        return names;
    }
}
