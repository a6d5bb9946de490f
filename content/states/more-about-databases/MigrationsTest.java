package shop;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.transaction.support.TransactionTemplate;

/** The migrations on a database that was in use before them, and the list of orders that they make fast. */
class MigrationsTest {
    private static EmbeddedPostgres postgres;
    private static JdbcClient db;

    @BeforeAll
    static void aShopWithOrdersIsMigrated() throws Exception {
        postgres = EmbeddedPostgres.start();
        DataSource data = postgres.getPostgresDatabase();
        db = JdbcClient.create(data);
        fill(data, 200);
        flyway(data).load().migrate();
    }

    /** The first schema with this many orders, one of each customer, five in each minute. */
    private static void fill(DataSource data, int count) {
        flyway(data).target("1").load().migrate();
        var db = JdbcClient.create(data);
        db.sql("insert into customer (name, email) select 'Ada', n || '@example.org' from generate_series(1, ?) n")
                .param(count).update();
        db.sql("insert into product (sku, name, price, stock) values ('MUG-1', 'Mug', 12.50, 1000)").update();
        db.sql("""
                insert into orders (customer_id, created_at)
                select n, timestamptz '2026-10-01 00:00+00' + (n / 5) * interval '1 minute'
                from generate_series(1, ?) n""").param(count).update();
        db.sql("insert into order_item (order_id, product_id, quantity, unit_price) select id, 1, 2, 12.50 from orders")
                .update();
        db.sql("analyze").update();
    }

    /** Another database of the same server. */
    private static DataSource another(String name) {
        db.sql("create database " + name).update();
        return postgres.getDatabase("postgres", name);
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

    /** What the shop does with each order, before and after it knows the total. */
    private static void order(JdbcClient db, boolean knowsTotal) {
        long id = db.sql(knowsTotal ? "insert into orders (customer_id, total) values (1, 25.00) returning id"
                : "insert into orders (customer_id) values (1) returning id").query(Long.class).single();
        db.sql("insert into order_item (order_id, product_id, quantity, unit_price) values (?, 1, 2, 12.50)")
                .param(id).update();
    }

    @Test
    void noOrderFailsOrWaitsWhileTheMigrationsRun() {
        DataSource data = another("busy");
        fill(data, 20_000);
        var busy = JdbcClient.create(data);
        var transaction = new TransactionTemplate(new DataSourceTransactionManager(data));
        var knowsTotal = new AtomicBoolean();
        var done = new AtomicBoolean();
        var ordered = new AtomicInteger();
        var longestMillis = CompletableFuture.supplyAsync(() -> {
            long longest = 0;
            while (!done.get()) {
                long start = System.nanoTime();
                transaction.executeWithoutResult(status -> order(busy, knowsTotal.get()));
                longest = Math.max(longest, (System.nanoTime() - start) / 1_000_000);
                ordered.incrementAndGet();
            }
            return longest;
        });
        flyway(data).target("2").load().migrate();   // expand
        knowsTotal.set(true);                        // the release that writes both
        flyway(data).load().migrate();               // backfill, constraint, index
        done.set(true);
        assertThat(longestMillis.join()).isLessThan(2_000);
        assertThat(ordered).hasPositiveValue();
        assertThat(busy.sql("select count(*) from orders where total is distinct from 25.00").query(Long.class).single())
                .isZero();
    }

    @Test
    void aPageReadsATenthOfWhatItReadBefore() {
        DataSource data = another("profiled");
        fill(data, 20_000);
        flyway(data).target("5").load().migrate();
        long before = pagesRead(data);
        flyway(data).load().migrate();
        assertThat(pagesRead(data) * 10).isLessThanOrEqualTo(before);
    }

    /** Pages that the newest twenty orders cost, those in memory included. */
    private static long pagesRead(DataSource data) {
        var profiled = JdbcClient.create(data);
        profiled.sql("vacuum analyze orders").update();   // or the dead rows of the backfill count
        String plan = profiled.sql("""
                explain (analyze, buffers, format json)
                select o.id, o.status, o.created_at from orders o
                where (o.created_at, o.id) < ('9999-01-01', 9223372036854775807)
                order by o.created_at desc, o.id desc limit 20""").query(String.class).single();
        var hit = Pattern.compile("\"Shared (?:Hit|Read) Blocks\": (\\d+)").matcher(plan);
        long pages = 0;
        for (int i = 0; i < 2 && hit.find(); i++) pages += Long.parseLong(hit.group(1));   // the outermost node has the sum
        return pages;
    }

    @Test
    void aPageOfFiftyOrdersNeedsAsManyStatementsAsAPageOfOne() {
        assertThat(statementsOfAPage(1)).isEqualTo(1);
        assertThat(statementsOfAPage(50)).isEqualTo(1);
    }

    private static int statementsOfAPage(int size) {
        var statements = new AtomicInteger();
        var counted = new DelegatingDataSource(postgres.getPostgresDatabase()) {
            @Override
            public Connection getConnection() throws SQLException {
                Connection real = super.getConnection();
                return (Connection) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {Connection.class},
                        (proxy, method, values) -> {
                            if (method.getName().equals("prepareStatement")) statements.incrementAndGet();
                            try {
                                return method.invoke(real, values);
                            } catch (InvocationTargetException e) {
                                throw e.getCause();
                            }
                        });
            }
        };
        var page = new OrderFeed(JdbcClient.create(counted)).after(OffsetDateTime.parse("9999-01-01T00:00Z"), Long.MAX_VALUE, size);
        assertThat(page).hasSize(size);
        return statements.get();
    }
}
