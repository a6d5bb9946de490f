package shop.secure;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.security.Principal;
import java.util.List;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Both controllers by their HTTP interface, on a real database; who calls is what a security filter would say. */
class RefundTest {
    static EmbeddedPostgres postgres;
    static JdbcClient db;
    static MockMvcTester http;

    @BeforeAll
    static void start() throws Exception {
        postgres = EmbeddedPostgres.start();
        db = JdbcClient.create(postgres.getPostgresDatabase());
        http = MockMvcTester.of(new RefundController(db), new ReviewController(db));
        for (String table : List.of(
                "customer (id bigint primary key, email text not null unique)",
                "product (id bigint primary key, sku text not null unique)",
                "orders (id bigint primary key, customer_id bigint references customer, status text)",
                "payment (order_id bigint references orders, amount numeric(10, 2), status text)",
                "refund (id bigint generated always as identity primary key,"
                        + " order_id bigint not null unique references orders, amount numeric(10, 2), actor text not null)",
                "review (product_id bigint references product, author text, stars int, nickname text, body text,"
                        + " primary key (product_id, author))")) {
            db.sql("create table " + table).update();
        }
    }

    @AfterAll
    static void stop() throws Exception {
        postgres.close();
    }

    @BeforeEach
    void fill() {
        db.sql("truncate customer, product, orders, payment, refund, review").update();
        db.sql("insert into customer values (1, 'ada@example.com'), (2, 'bob@example.com')").update();
        db.sql("insert into product values (1, 'MUG-01')").update();
        db.sql("insert into orders values (1, 1, 'PAID'), (2, 2, 'PAID'), (3, 1, 'NEW')").update();
        db.sql("insert into payment values (1, 20.00, 'CAPTURED'), (1, 24.90, 'CAPTURED'), (1, 24.90, 'FAILED'),"
                + " (2, 54.00, 'CAPTURED')").update();
    }

    static MvcTestResult post(String path, String body) {
        Principal ada = () -> "ada@example.com";
        return http.post().uri(path).principal(ada).contentType(MediaType.APPLICATION_JSON).content(body).exchange();
    }

    static List<String> refunds() {
        return db.sql("select order_id || ' ' || amount || ' ' || actor from refund").query(String.class).list();
    }

    // #region refund
    @Test
    void amountIsNotAnInput() {
        var answer = post("/api/orders/1/refund", "{\"amount\": 9999}");
        assertThat(answer).hasStatus(202);
        assertThat(refunds()).containsExactly("1 44.90 ada@example.com");
    }

    @Test
    void foreignOrderIs404() {
        assertThat(post("/api/orders/2/refund", "")).hasStatus(404);
        assertThat(post("/api/orders/99/refund", "")).hasStatus(404); // the same
        assertThat(post("/api/orders/3/refund", "")).hasStatus(404);  // not paid
        assertThat(refunds()).isEmpty();
    }
    // #endregion refund

    @Test
    void tenRequestsAtOnceAreOneRefund() throws Exception {
        try (var pool = Executors.newFixedThreadPool(10)) {
            for (int i = 0; i < 10; i++) pool.submit(() -> post("/api/orders/1/refund", ""));
        }
        assertThat(refunds()).hasSize(1);
        assertThat(post("/api/orders/1/refund", "")).hasStatus(202);
    }

    @Test
    void aReviewIsValidOrRefusedWithoutItsValue() {
        assertThat(post("/api/products/MUG-01/reviews", "{\"stars\":5,\"nickname\":\"Ada\",\"text\":\"A <b>good</b> mug\"}"))
                .hasStatus(204);
        assertThat(db.sql("select body from review").query(String.class).single()).isEqualTo("A <b>good</b> mug");
        var refused = post("/api/products/MUG-01/reviews",
                "{\"stars\":5,\"nickname\":\"Ada\\nINFO login ok\",\"text\":\"x\"}");
        assertThat(refused).hasStatus(400);
        assertThat(refused).bodyText().contains("invalid nickname").doesNotContain("login ok");
        assertThat(post("/api/products/mug-01/reviews", "{\"stars\":5,\"nickname\":\"Ada\",\"text\":\"x\"}")).hasStatus(400);
        assertThat(post("/api/products/TEA-99/reviews", "{\"stars\":5,\"nickname\":\"Ada\",\"text\":\"x\"}")).hasStatus(404);
    }
}
