package shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** What the manifests promise, as far as it can be seen without a cluster. */
class ManifestsTest {
    final Map<String, Object> deployment = at(manifest("deployment.yaml"), "spec");
    final Map<String, Object> pod = at(deployment, "template", "spec");
    final Map<String, Object> api = first(pod, "containers");

    @Test
    void threePodsAnswerForTheService() {
        assertThat(deployment).containsEntry("replicas", 3);
        Map<String, Object> service = at(manifest("service.yaml"), "spec");
        Map<String, String> labels = at(deployment, "template", "metadata", "labels");
        assertThat(labels).containsAllEntriesOf(at(service, "selector"));
        assertThat(at(first(service, "ports"), "targetPort").toString()).isEqualTo(at(first(api, "ports"), "name"));
    }

    @Test
    void aPodThatGoesIsOutOfTheServiceFirstAndHasTimeForItsRequests() {
        int pause = at(api, "lifecycle", "preStop", "sleep", "seconds");
        assertThat(pause).isBetween(5, 15);
        // 20 s: spring.lifecycle.timeout-per-shutdown-phase
        assertThat((int) at(pod, "terminationGracePeriodSeconds")).isGreaterThanOrEqualTo(pause + 20);
        assertThat((int) at(manifest("pdb.yaml"), "spec", "minAvailable")).isEqualTo(2);
        int period = at(api, "startupProbe", "periodSeconds");
        int tries = at(api, "startupProbe", "failureThreshold");
        assertThat(period * tries).isLessThanOrEqualTo(120);   // ready within two minutes, or started anew
    }

    @Test
    void aReleaseThatCannotStartTakesNoPodAway() {
        Map<String, Object> update = at(deployment, "strategy", "rollingUpdate");
        assertThat(update).containsEntry("maxUnavailable", 0);
        assertThat((int) at(deployment, "progressDeadlineSeconds")).isLessThanOrEqualTo(300);   // rollback.sh waits as long
    }

    @Test
    void theProbeOfLifeAsksNothingButTheProcess() {
        assertThat((String) at(api, "livenessProbe", "httpGet", "path")).isEqualTo("/livez");
        assertThat((String) at(api, "readinessProbe", "httpGet", "path")).isEqualTo("/readyz");
    }

    @Test
    void noPasswordStandsInThePodOrInTheRepository() throws Exception {
        List<Map<String, String>> environment = at(api, "env");
        assertThat(environment).extracting(entry -> entry.get("name")).containsExactly("SPRING_CONFIG_IMPORT");
        Map<String, String> settings = at(manifest("configmap.yaml"), "data");
        assertThat(settings.keySet()).noneMatch(name -> name.matches(".*(PASSWORD|SECRET|KEY).*"));
        Map<String, String> secret = at(manifest("secret.yaml"), "stringData");
        assertThat(secret.values()).containsExactly("local-only-change-me");
        assertThat(Files.readString(Path.of("Dockerfile"))).doesNotContainIgnoringCase("password");
    }

    @Test
    void theSchemaOfTheChartKnowsAllValuesAndRefusesTheTagLatest() {
        Map<String, Object> schema = WorkflowTest.read("chart/shop-api/values.schema.json");
        assertThat((String) at(schema, "properties", "image", "properties", "tag", "not", "const")).isEqualTo("latest");
        Map<String, Object> known = at(schema, "properties");
        for (String file : List.of("values.yaml", "values-prod.yaml"))
            assertThat(known.keySet()).containsAll(WorkflowTest.read("chart/shop-api/" + file).keySet());
    }

    /** The first document of a manifest. */
    static Map<String, Object> manifest(String file) {
        try {
            return first(new Yaml().loadAll(Files.readString(Path.of("manifests", file))));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> first(Iterable<?> documents) {
        return (Map<String, Object>) StreamSupport.stream(documents.spliterator(), false).findFirst().orElseThrow();
    }

    static Map<String, Object> first(Map<String, Object> map, String key) {
        return first(ManifestsTest.<List<?>>at(map, key));
    }

    /** The value below these keys. */
    @SuppressWarnings("unchecked")
    static <T> T at(Map<String, ?> map, String... keys) {
        Object value = map;
        for (String key : keys) value = ((Map<String, ?>) value).get(key);
        return (T) value;
    }
}
