package shop;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The migrations on a database that was in use before them, and the list of orders that they make fast. */
class MigrationsTest {
    private static EmbeddedPostgres postgres;
    private static JdbcClient db;

    @BeforeAll
    static void aShopWithOrdersIsMigrated() throws Exception {
        postgres = EmbeddedPostgres.start();
        DataSource data = postgres.getPostgresDatabase();
        db = JdbcClient.create(data);
        flyway(data).target("1").load().migrate();
        db.sql("insert into customer (name, email) values ('Ada', 'ada@example.org')").update();
        db.sql("insert into product (sku, name, price, stock) values ('MUG-1', 'Mug', 12.50, 1000)").update();
        // Five orders share each minute.
        db.sql("""
                insert into orders (customer_id, created_at)
                select 1, timestamptz '2026-10-01 00:00+00' + (n / 5) * interval '1 minute'
                from generate_series(0, 199) n""").update();
        db.sql("insert into order_item (order_id, product_id, quantity, unit_price) select id, 1, 2, 12.50 from orders")
                .update();
        flyway(data).load().migrate();
    }

    @AfterAll
    static void stop() throws Exception {
        postgres.close();
    }

    private static FluentConfiguration flyway(DataSource data) {
        var configuration = Flyway.configure().dataSource(data);
        configuration.getPluginRegister().getPlugin(
                org.flywaydb.database.postgresql.PostgreSQLConfigurationExtension.class).setTransactionalLock(false);
        return configuration;
    }

    @Test
    void ordersFromBeforeHaveTheirTotal() {
        assertThat(db.sql("select distinct total from orders").query(BigDecimal.class).single())
                .isEqualByComparingTo("25.00");
    }

    @Test
    void theConstraintIsValidAndTheIndexIsThere() {
        assertThat(db.sql("select convalidated from pg_constraint where conname = 'orders_total_not_null'")
                .query(Boolean.class).single()).isTrue();
        assertThat(db.sql("select indisvalid from pg_index where indexrelid = 'orders_feed'::regclass")
                .query(Boolean.class).single()).isTrue();
    }

    @Test
    void pagesNeitherRepeatNorSkipOrdersOfTheSameMinute() {
        var feed = new OrderFeed(db);
        var seen = new ArrayList<Long>();
        var at = OffsetDateTime.parse("9999-01-01T00:00Z");
        long id = Long.MAX_VALUE;
        for (List<OrderFeed.Row> page = feed.after(at, id, 7); !page.isEmpty(); page = feed.after(at, id, 7)) {
            page.forEach(row -> seen.add(row.id()));
            at = page.getLast().createdAt();
            id = page.getLast().id();
        }
        assertThat(seen).hasSize(200).doesNotHaveDuplicates();
    }
}
