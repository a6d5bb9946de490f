package shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.client.RestClient;
import shop.inventory.InventoryApplication;
import shop.order.OrderApplication;
import shop.payment.PaymentApplication;

class ServicesTest {
    ConfigurableApplicationContext inventory;
    ConfigurableApplicationContext payment;
    ConfigurableApplicationContext order;
    int paymentPort;

    @BeforeEach
    void start() throws Exception {
        try (var free = new ServerSocket(0)) { paymentPort = free.getLocalPort(); }
        inventory = run(InventoryApplication.class, "inventory", "--PORT=0", "--INVENTORY_DB_URL=" + h2("inventory"));
        startPayment();
        order = run(OrderApplication.class, "order", "--PORT=0", "--ORDER_DB_URL=" + h2("orders"),
                "--INVENTORY_URL=http://localhost:" + port(inventory),
                "--PAYMENT_URL=http://localhost:" + paymentPort, "--RETRY_DELAY=200ms");
    }

    @AfterEach
    void stop() {
        order.close();
        payment.close();
        inventory.close();
    }

    @Test
    void paidOrderTakesStock() {
        var answer = post(2);
        assertThat(answer.getStatusCode().value()).isEqualTo(201);
        assertThat(answer.getBody()).containsEntry("status", "PAID");
        assertThat(stock()).isEqualTo(8);
    }

    @Test
    void declinedPaymentIsCompensated() {
        assertThat(post(6).getBody()).containsEntry("status", "CANCELLED");   // 534 euro: above the limit
        assertThat(stock()).isEqualTo(10);
    }

    @Test
    void orderBeyondStockIsCancelled() {
        assertThat(post(11).getBody()).containsEntry("status", "CANCELLED");
        assertThat(stock()).isEqualTo(10);
    }

    // #region outage
    @Test
    void orderSurvivesAnOutageOfPayment() {
        payment.close();
        var answer = post(2);
        assertThat(answer.getStatusCode().value()).isEqualTo(202);
        assertThat(answer.getBody()).containsEntry("status", "NEW");
        assertThat(stock()).isEqualTo(8);  // held while the outcome is open

        startPayment();
        await().atMost(Duration.ofSeconds(10))
                .until(() -> orderStatus().equals("PAID"));
        assertThat(stock()).isEqualTo(8);  // retried, yet taken only once
    }
    // #endregion outage

    @Test
    void refusalByStatusCodeIsAnAnswer() throws Exception {
        try (var shop = withInventory(id -> 404)) {
            insert(shop, 1);
            await().atMost(Duration.ofSeconds(10)).until(() -> status(shop, 1).equals("CANCELLED"));
        }
    }

    @Test
    void overloadIsNoAnswer() throws Exception {
        var calls = new AtomicInteger();
        try (var shop = withInventory(id -> calls.incrementAndGet() < 3 ? 429 : 200)) {
            insert(shop, 1);
            await().atMost(Duration.ofSeconds(10)).until(() -> status(shop, 1).equals("PAID"));
        }
    }

    @Test
    void ordersWithoutDecisionDoNotStarveOthers() throws Exception {
        try (var shop = withInventory(id -> id <= 100 ? 503 : 200)) {
            for (int id = 1; id <= 101; id++) insert(shop, id);
            await().atMost(Duration.ofSeconds(10)).until(() -> status(shop, 101).equals("PAID"));
            assertThat(status(shop, 1)).isEqualTo("NEW");
        }
    }

    @Test
    void missingConfigurationStopsTheStart() {
        assertThatThrownBy(() -> run(OrderApplication.class, "order", "--PORT=0", "--ORDER_DB_URL=" + h2("other")))
                .rootCause().hasMessageContaining("INVENTORY_URL");
    }

    private void startPayment() {
        payment = run(PaymentApplication.class, "payment", "--PORT=" + paymentPort, "--PAYMENT_DB_URL=" + h2("payments"));
    }

    /** The order service with an inventory that answers each order id with this status code. */
    private ConfigurableApplicationContext withInventory(IntUnaryOperator codeById) throws Exception {
        var fake = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
        fake.createContext("/reservations/", exchange -> {
            String path = exchange.getRequestURI().getPath();
            int code = codeById.applyAsInt(Integer.parseInt(path.substring(path.lastIndexOf('/') + 1)));
            byte[] body = (code == 200 ? "{\"status\":\"HELD\"}" : "{}").getBytes();
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(code, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        fake.start();
        var shop = run(OrderApplication.class, "order", "--PORT=0", "--ORDER_DB_URL=" + h2("fake" + fake.getAddress().getPort()),
                "--INVENTORY_URL=http://localhost:" + fake.getAddress().getPort(),
                "--PAYMENT_URL=http://localhost:" + paymentPort, "--RETRY_DELAY=200ms");
        shop.addApplicationListener(event -> { if (event instanceof ContextClosedEvent) fake.stop(0); });
        return shop;
    }

    private static void insert(ConfigurableApplicationContext shop, int id) {
        shop.getBean(JdbcClient.class).sql("""
                insert into orders (id, customer_id, sku, quantity, unit_price, status)
                values (?, 1, 'KB-01', 1, 89.00, 'NEW')""").param(id).update();
    }

    private static String status(ConfigurableApplicationContext shop, int id) {
        return shop.getBean(JdbcClient.class).sql("select status from orders where id = ?")
                .param(id).query(String.class).single();
    }

    private ConfigurableApplicationContext run(Class<?> app, String config, String... args) {
        var builder = new SpringApplicationBuilder(app).properties("spring.config.name=" + config);
        return builder.run(args);
    }

    private static String h2(String name) { return "jdbc:h2:mem:" + name + ";MODE=PostgreSQL"; }

    private static String port(ConfigurableApplicationContext app) {
        return app.getEnvironment().getProperty("local.server.port");
    }

    @SuppressWarnings("unchecked")
    private ResponseEntity<Map<String, Object>> post(int quantity) {
        return (ResponseEntity<Map<String, Object>>) (ResponseEntity<?>) RestClient.create("http://localhost:" + port(order))
                .post().uri("/api/orders").body(Map.of("customerId", 1, "sku", "KB-01", "quantity", quantity))
                .retrieve().toEntity(Map.class);
    }

    private int stock() {
        return inventory.getBean(JdbcClient.class).sql("select stock from product").query(Integer.class).single();
    }

    private String orderStatus() {
        return order.getBean(JdbcClient.class).sql("select status from orders").query(String.class).single();
    }
}
