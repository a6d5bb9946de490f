package shop.ordering;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import shop.TestPostgres;

/** The same two requests against the CRUD code and against the refactored module. */
@SpringBootTest
@AutoConfigureMockMvc
@Import(TestPostgres.class)
class OrderApiTest {
    @Autowired MockMvcTester http;
    @Autowired JdbcClient db;
    long customer;
    long mug;

    @BeforeEach
    void data() {
        db.sql("truncate customer, product, orders, order_item").update();
        customer = db.sql("insert into customer (name, email) values ('Ada', 'ada@example.com') returning id")
                .query(Long.class).single();
        mug = db.sql("insert into product (sku, name, price, stock) values ('MUG-1', 'Mug', 12.50, 5) returning id")
                .query(Long.class).single();
    }

    private long cancelledOrder() {
        return db.sql("insert into orders (customer_id, status, created_at) values (?, 'CANCELLED', now()) returning id")
                .param(customer).query(Long.class).single();
    }

    private String statusOf(long id) {
        return db.sql("select status from orders where id = ?").param(id).query(String.class).single();
    }

    // #region contrast
    @Test
    void crudShipsACancelledOrder() {
        long id = cancelledOrder();
        assertThat(http.put().uri("/crud/orders/{id}/status", id)
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"status\":\"SHIPPED\"}")).hasStatus(200);
        assertThat(statusOf(id)).isEqualTo("SHIPPED");
    }

    @Test
    void theModelRefuses() {
        long id = cancelledOrder();
        assertThat(http.post().uri("/api/orders/{id}/shipment", id)).hasStatus(409)
                .bodyJson().extractingPath("$.detail")
                .isEqualTo("Cannot ship a CANCELLED order");
        assertThat(statusOf(id)).isEqualTo("CANCELLED");
    }
    // #endregion contrast

    @Test
    void placesAndLists() {
        assertThat(place(2)).hasStatus(201);
        assertThat(http.get().uri("/api/orders?customerId={c}", customer)).hasStatus(200)
                .bodyJson().extractingPath("$[0].total").isEqualTo(25.0);
    }

    @Test
    void saysWhatIsWrongWithARequest() {
        assertThat(place(0)).hasStatus(400);
        assertThat(http.post().uri("/api/orders").contentType(MediaType.APPLICATION_JSON)
                .content("{\"customerId\": %d}".formatted(customer))).hasStatus(400);
        assertThat(http.post().uri("/api/orders").contentType(MediaType.APPLICATION_JSON)
                .content("{\"customerId\": 0, \"items\": [{\"productId\": %d, \"quantity\": 1}]}".formatted(mug)))
                .hasStatus(422);
        assertThat(http.post().uri("/api/orders/999999/shipment")).hasStatus(404);
    }

    @Test
    void cartsInOppositeSequenceDoNotDeadlock() throws Exception {
        long pen = db.sql("insert into product (sku, name, price, stock) values ('PEN-1', 'Pen', 2.00, 400) returning id")
                .query(Long.class).single();
        db.sql("update product set stock = 400").update();
        try (var pool = Executors.newFixedThreadPool(8)) {
            var answers = IntStream.range(0, 200).mapToObj(i -> pool.submit(() -> http.post().uri("/api/orders")
                    .contentType(MediaType.APPLICATION_JSON).content("""
                            {"customerId": %d, "items": [{"productId": %d, "quantity": 1}, {"productId": %d, "quantity": 1}]}
                            """.formatted(customer, i % 2 == 0 ? mug : pen, i % 2 == 0 ? pen : mug))
                    .exchange().getResponse().getStatus())).toList();
            for (var answer : answers) assertThat(answer.get()).isEqualTo(201);
        }
    }

    @Test
    void rollsTheReservationBack() {
        assertThat(http.post().uri("/api/orders").contentType(MediaType.APPLICATION_JSON).content("""
                {"customerId": %d, "items": [{"productId": %d, "quantity": 4}, {"productId": %d, "quantity": 4}]}
                """.formatted(customer, mug, mug))).hasStatus(409);
        assertThat(db.sql("select stock from product").query(Integer.class).single()).isEqualTo(5);
    }

    private org.springframework.test.web.servlet.assertj.MvcTestResult place(int quantity) {
        return http.post().uri("/api/orders").contentType(MediaType.APPLICATION_JSON).content("""
                {"customerId": %d, "items": [{"productId": %d, "quantity": %d}]}
                """.formatted(customer, mug, quantity)).exchange();
    }
}
