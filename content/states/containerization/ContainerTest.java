package shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.test.web.servlet.client.RestTestClient;

/** What the shop needs to run in a container: probes without a login, secrets from files, products at the first start. */
class ContainerTest extends ShopTest {
    @Autowired RestTestClient http;

    @Test
    void theProbesAnswerWithoutALoginAndReadinessLooksAtTheDatabase() {
        http.get().uri("/actuator/health/readiness").exchange().expectStatus().isOk();
        http.get().uri("/livez").exchange().expectStatus().isOk();
        http.get().uri("/readyz").exchange().expectStatus().isOk();
        assertThat(setting("management.endpoint.health.group.readiness.include")).contains("db");
        assertThat(setting("management.endpoint.health.group.liveness.include")).isNull();
    }

    @Test
    void secretsComeFromFiles(@TempDir Path secrets) throws Exception {
        Files.writeString(secrets.resolve("spring.datasource.password"), "from a file");
        Files.writeString(secrets.resolve("shop.webhook-secret"), "also from a file");
        assertThat(setting("spring.datasource.password", secrets)).isEqualTo("from a file");
        assertThat(setting("shop.webhook-secret", secrets)).isEqualTo("also from a file");
    }

    static String setting(String name, Path... secrets) {
        String[] value = new String[1];
        new ApplicationContextRunner().withInitializer(new ConfigDataApplicationContextInitializer())
                .withPropertyValues(secrets.length == 0 ? "" : "spring.config.import=configtree:" + secrets[0] + "/")
                .run(context -> value[0] = context.getEnvironment().getProperty(name));
        return value[0];
    }

    @Test
    void theFirstStartBringsTwoProducts() {
        assertThat(rows.sql("select count(*) from flyway_schema_history where script like 'V8__%' and success")
                .query(Integer.class).single()).isEqualTo(1);
    }

    @Test
    void theImageBelongsToAnotherUserThanItsProgram() throws Exception {
        var lines = Files.readAllLines(Path.of("Dockerfile"));
        assertThat(lines.lastIndexOf("USER 10001:10001")).isGreaterThan(last(lines, "COPY ")).isGreaterThan(last(lines, "RUN "));
        assertThat(lines).noneMatch(line -> line.contains("--chown"));
        assertThat(service("api")).containsEntry("read_only", true);
    }

    static int last(List<String> lines, String start) {
        return lines.stream().filter(line -> line.startsWith(start)).mapToInt(lines::lastIndexOf).max().orElseThrow();
    }

    @Test
    void theDatabaseKeepsItsDataInANamedVolume() {
        Map<String, Object> volumes = WorkflowTest.in(WorkflowTest.read("compose.yaml"), "volumes");
        assertThat(volumes).containsKey("db-data");
        assertThat(service("db")).containsEntry("volumes", List.of("db-data:/var/lib/postgresql"));
    }

    @Test
    void neitherTheImageNorItsSettingsHoldAPassword() throws Exception {
        assertThat(Files.readAllLines(Path.of(".dockerignore"))).contains("*", "!target/shop-api.jar").hasSize(3);
        assertThat(Files.readString(Path.of("Dockerfile"))).doesNotContainIgnoringCase("password").doesNotContain("ARG ");
        for (String name : List.of("api", "db")) {
            Map<String, String> environment = WorkflowTest.in(service(name), "environment");
            assertThat(environment.keySet()).noneMatch(key -> key.matches(".*(PASSWORD|SECRET|KEY)"));
        }
    }

    static Map<String, Object> service(String name) {
        Map<String, Map<String, Object>> services = WorkflowTest.in(WorkflowTest.read("compose.yaml"), "services");
        return services.get(name);
    }
}
