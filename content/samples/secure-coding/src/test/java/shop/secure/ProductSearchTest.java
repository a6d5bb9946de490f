package shop.secure;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ProductSearchTest {
    static EmbeddedPostgres postgres;
    static Connection connection;
    static ProductSearch search;

    @BeforeAll
    static void start() throws Exception {
        postgres = EmbeddedPostgres.start();
        connection = postgres.getPostgresDatabase().getConnection();
        search = new ProductSearch(connection);
        try (var statement = connection.createStatement()) {
            statement.execute("create table product (id bigint primary key, name text not null)");
            statement.execute("insert into product values (1, 'Mug'), (2, 'Tea 50% off'), (3, 'Gift_box')");
        }
    }

    @AfterAll
    static void stop() throws Exception {
        connection.close();
        postgres.close();
    }

    @Test
    void anyNumberOfIds() throws SQLException {
        assertThat(search.namesOf(List.of(1L, 3L, 99L))).containsExactly("Mug", "Gift_box");
        assertThat(search.namesOf(List.of())).isEmpty();
    }

    @Test
    void patternCharactersAreText() throws SQLException {
        assertThat(search.nameContains("%")).containsExactly("Tea 50% off");
        assertThat(search.nameContains("_")).containsExactly("Gift_box");
        assertThat(search.nameContains("' or true --")).isEmpty();
        assertThat(search.nameContains("!")).isEmpty();
    }

    // #region prepared
    @Test
    void theDriverNamesTheStatementAtTheFifthRun() throws SQLException {
        for (int run = 1; run <= 6; run++) {
            search.nameContains("run " + run);
            boolean prepared = preparedOnServer();
            assertThat(prepared).as("run %d", run).isEqualTo(run >= 5);
        }
    }
    // #endregion prepared

    private boolean preparedOnServer() throws SQLException {
        try (var statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "select count(*) from pg_prepared_statements where statement like '%escape ''!''%'")) {
            row.next();
            return row.getInt(1) > 0;
        }
    }
}
