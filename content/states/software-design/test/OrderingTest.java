package shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;

/** The verbs of an order and its history, through the HTTP API. */
class OrderingTest extends ShopTest {
    @Autowired RestTestClient http;
    @Autowired ProductRepository products;
    @Autowired CustomerRepository customers;

    Customer ada;
    long mug;
    long pen;

    @BeforeEach
    void fiveMugsAndPlentyOfPens() {
        ada = customers.save(new Customer("Ada", UUID.randomUUID() + "@example.com"));
        mug = products.save(new Product("ORD-" + UUID.randomUUID(), "Mug", new BigDecimal("12.50"), 5)).id;
        pen = products.save(new Product("ORD-" + UUID.randomUUID(), "Pen", new BigDecimal("2.00"), 400)).id;
    }

    RestTestClient.ResponseSpec order(String items) {
        return http.post().uri("/api/orders").header("Authorization", bearer(ada))
                .header("Idempotency-Key", UUID.randomUUID().toString()).contentType(MediaType.APPLICATION_JSON)
                .body("{\"items\":[" + items + "]}").exchange();
    }

    static String line(long product, int quantity) {
        return "{\"productId\":%d,\"quantity\":%d}".formatted(product, quantity);
    }

    long placed(String items) {
        String at = order(items).expectStatus().isCreated().returnResult(String.class)
                .getResponseHeaders().getLocation().getPath();
        return Long.parseLong(at.substring(at.lastIndexOf('/') + 1));
    }

    RestTestClient.ResponseSpec staff(long order, String verb, Role role) {
        return http.post().uri("/api/admin/orders/" + order + "/" + verb).header("Authorization", bearer(role)).exchange();
    }

    String statusOf(long order) {
        return rows.sql("select status from orders where id = ?").param(order).query(String.class).single();
    }

    int stockOf(long product) {
        return rows.sql("select stock from product where id = ?").param(product).query(Integer.class).single();
    }

    @Test
    void aCancelledOrderGivesItsStockBackOnceAndIsNeverShipped() {
        long order = placed(line(mug, 2));
        staff(order, "cancellation", Role.SERVICE).expectStatus().isForbidden();
        staff(order, "cancellation", Role.CLERK).expectStatus().isNoContent();
        staff(order, "cancellation", Role.CLERK).expectStatus().isEqualTo(409);
        assertThat(stockOf(mug)).isEqualTo(5);
        staff(order, "shipment", Role.CLERK).expectStatus().isEqualTo(409)
                .expectBody().jsonPath("$.detail").isEqualTo("Cannot ship a CANCELLED order");
        assertThat(statusOf(order)).isEqualTo("CANCELLED");
        staff(999_999, "shipment", Role.CLERK).expectStatus().isNotFound();
    }

    @Test
    void aPaidOrderIsShipped() {
        long order = placed(line(mug, 1));
        rows.sql("update orders set status = 'PAID' where id = ?").param(order).update();
        staff(order, "shipment", Role.CLERK).expectStatus().isNoContent();
        assertThat(rows.sql("select shipped_at is not null from orders where id = ? and status = 'SHIPPED'").param(order)
                .query(Boolean.class).single()).isTrue();
    }

    @Test
    void aSecondLineThatIsOutOfStockLeavesTheFirstUnchanged() {
        order(line(pen, 1) + "," + line(mug, 6)).expectStatus().isEqualTo(409)
                .expectBody().jsonPath("$.productId").isEqualTo(mug);
        assertThat(stockOf(pen)).isEqualTo(400);
        assertThat(stockOf(mug)).isEqualTo(5);
    }

    @Test
    void theHistoryOfTwentyOrdersIsOneStatement() {
        for (int i = 0; i < 20; i++) placed(line(pen, 1));
        String token = bearer(ada);
        StatementCounter.COUNT.set(0);
        http.get().uri("/api/orders").header("Authorization", token).exchange().expectStatus().isOk()
                .expectBody().jsonPath("$.length()").isEqualTo(20).jsonPath("$[0].total").isEqualTo(2.00);
        assertThat(StatementCounter.COUNT).hasValue(2);   // whose token is it, and the history
    }
}
