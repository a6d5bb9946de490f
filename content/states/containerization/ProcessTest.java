package shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The shop as a process of its own, as its image starts it: nothing but a database is there, and it is empty. */
@Timeout(90)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ProcessTest {
    static final HttpClient http = HttpClient.newHttpClient();
    static EmbeddedPostgres postgres;
    static Process shop;
    static int port;

    @BeforeAll
    static void start() throws Exception {
        postgres = EmbeddedPostgres.start();
        JdbcClient.create(postgres.getPostgresDatabase()).sql("create database shop").update();
        try (var free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        String classes = Arrays.stream(System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))
                .split(File.pathSeparator)).filter(one -> !one.endsWith("test-classes"))
                .collect(Collectors.joining(File.pathSeparator));
        var command = new ProcessBuilder(ProcessHandle.current().info().command().orElseThrow(),
                "-XX:TieredStopAtLevel=1", "-cp", classes, "shop.ShopApplication",
                "--server.port=" + port, "--management.server.port=0", "--spring.grpc.server.port=0",
                "--spring.cache.type=none",
                // nobody else is there: do not wait for them
                "--spring.kafka.admin.auto-create=false", "--spring.kafka.listener.auto-startup=false",
                "--spring.rabbitmq.listener.simple.auto-startup=false",
                "--spring.datasource.url=" + postgres.getJdbcUrl("postgres", "shop"), "--spring.datasource.username=postgres",
                "--spring.datasource.hikari.connection-timeout=1000");
        command.environment().put("WAREHOUSE_PASSWORD", "a warehouse demo password");
        command.environment().put("WEBHOOK_SECRET", "a webhook secret for tests");
        shop = command.redirectErrorStream(true).redirectOutput(new File("target/process.log")).start();
        becomes(200, "/readyz");
    }

    @AfterAll
    static void stop() throws Exception {
        shop.destroyForcibly().waitFor();
        postgres.close();
    }

    static HttpRequest request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path)).build();
    }

    static HttpResponse<String> get(String path) throws Exception {
        return http.send(request(path), BodyHandlers.ofString());
    }

    static void becomes(int status, String path) {
        await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(200)).ignoreExceptionsInstanceOf(IOException.class)
                .until(() -> get(path).statusCode() == status);
    }

    @Test
    void theFirstStartAnswersWithTwoProducts() throws Exception {
        var answer = get("/api/products");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body().split("\"sku\"")).hasSize(3);
    }

    @Test
    void aLostDatabaseRestartsNothing() throws Exception {
        var server = JdbcClient.create(postgres.getPostgresDatabase());
        server.sql("alter database shop allow_connections false").update();
        try {
            server.sql("select pg_terminate_backend(pid) from pg_stat_activity where datname = 'shop'").query().listOfRows();
            becomes(503, "/readyz");
            assertThat(get("/livez").statusCode()).isEqualTo(200);
        } finally {
            server.sql("alter database shop allow_connections true").update();
        }
        becomes(200, "/readyz");
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void aSlowRequestEndsBeforeTheShopDoes() throws Exception {
        try (var other = postgres.getDatabase("postgres", "shop").getConnection()) {
            other.setAutoCommit(false);
            other.createStatement().execute("lock table product");
            var slow = http.sendAsync(request("/api/products"), BodyHandlers.ofString());
            await().until(() -> JdbcClient.create(postgres.getPostgresDatabase())
                    .sql("select count(*) from pg_locks where not granted").query(Long.class).single() > 0);
            shop.destroy();                                  // SIGTERM, as docker compose stop sends it
            assertThat(shop.waitFor(1, TimeUnit.SECONDS)).isFalse();
            other.rollback();                                // now it can be answered
            assertThat(slow.get(10, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
        }
        assertThat(shop.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(shop.exitValue()).isEqualTo(143);
    }
}
