package shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** What the pipeline may do, and in which order, read from its file. */
class WorkflowTest {
    final Map<String, Object> workflow = read(".github/workflows/ci.yml");
    final Map<String, Map<String, Object>> jobs = in(workflow, "jobs");

    @Test
    void aPullRequestNeitherBuildsAnImageNorDeploysAndMayNotWrite() {
        assertThat(workflow).containsEntry("permissions", Map.of("contents", "read"));
        assertThat(jobs.get("verify")).doesNotContainKey("permissions");
        assertThat(jobs.get("image")).containsEntry("if", "github.ref == 'refs/heads/main'").containsEntry("needs", "verify");
        assertThat(jobs.get("deploy")).containsEntry("needs", "image").containsEntry("environment", "production");
        assertThat(steps("verify")).filteredOn(step -> uses(step, "actions/checkout"))
                .allSatisfy(step -> assertThat(map(step, "with")).containsEntry("persist-credentials", false));
    }

    @Test
    void theImageIsMadeOfTheJarThatVerifyUploaded() throws Exception {
        assertThat(steps("verify")).anySatisfy(step -> {
            assertThat(uses(step, "actions/upload-artifact")).isTrue();
            assertThat(map(step, "with")).containsEntry("name", "shop-jar").containsEntry("path", "target/shop-api.jar");
        });
        assertThat(steps("image")).anySatisfy(step -> {
            assertThat(uses(step, "actions/download-artifact")).isTrue();
            assertThat(map(step, "with")).containsEntry("name", "shop-jar").containsEntry("path", "target");
        });
        assertThat(commands("image")).doesNotContain("mvn");   // nothing is built a second time
        assertThat(Files.readString(Path.of("Dockerfile"))).contains("COPY target/shop-api.jar").doesNotContain("mvn");
    }

    List<Map<String, Object>> steps(String job) {
        return in(jobs.get(job), "steps");
    }

    /** All command lines of a job. */
    String commands(String job) {
        return steps(job).stream().map(step -> String.valueOf(step.get("run"))).collect(Collectors.joining("\n"));
    }

    static boolean uses(Map<String, Object> step, String action) {
        return String.valueOf(step.get("uses")).startsWith(action + "@");
    }

    static Map<String, Object> read(String file) {
        try {
            return new Yaml().load(Files.readString(Path.of(file)));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    static Map<String, Object> map(Map<String, ?> map, String key) {
        return in(map, key);
    }

    @SuppressWarnings("unchecked")
    static <T> T in(Map<String, ?> map, String key) {
        return (T) map.get(key);
    }
}
