package shop.observability;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;

import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

@SpringBootTest(webEnvironment = WebEnvironment.DEFINED_PORT, properties = {
        "server.port=18923", "management.server.port=18924",
        "spring.test.tracing.export=true", "spring.test.metrics.export=true",
        "management.tracing.export.otlp.enabled=false" })
class TraceTest {

    @TestConfiguration
    static class Spans {
        @Bean
        InMemorySpanExporter inMemorySpanExporter() {
            return InMemorySpanExporter.create();
        }
    }

    static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

    @Autowired
    InMemorySpanExporter exporter;
    @Autowired
    SdkTracerProvider tracing;

    HttpClient client = HttpClient.newHttpClient();

    // #region trace
    @Test
    void oneOrderIsOneTraceAcrossTheHttpCall() throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:18923/api/orders"))
                .header("Content-Type", "application/json")
                .header("traceparent", "00-" + TRACE + "-00f067aa0ba902b7-01")
                .POST(HttpRequest.BodyPublishers.ofString("{\"productId\":42,\"quantity\":2}"))
                .build();
        client.send(request, BodyHandlers.ofString()); // warm-up
        settle();
        exporter.reset();

        assertThat(client.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(200);
        settle();
        var spans = exporter.getFinishedSpanItems();
        assertThat(spans).hasSize(4).allMatch(s -> s.getTraceId().equals(TRACE));
        assertThat(spans).extracting(SpanData::getName)
                .contains("http post /api/orders", "payment.capture", "http post /payment/charges");
        Files.createDirectories(Path.of("target/output"));
        Files.writeString(Path.of("target/output/trace.txt"), tree(spans, "00f067aa0ba902b7", 0));
    }
    // #endregion trace

    /** The server span ends just after the client has its answer. */
    void settle() throws InterruptedException {
        Thread.sleep(200);
        tracing.forceFlush().join(5, TimeUnit.SECONDS);
    }

    @Test
    void thePrometheusPageHasTheSeriesTheRulesNeed() throws Exception {
        client.send(HttpRequest.newBuilder(URI.create("http://localhost:18923/api/products/42")).build(),
                BodyHandlers.ofString());
        var page = client.send(HttpRequest.newBuilder(URI.create("http://localhost:18924/actuator/prometheus"))
                .build(), BodyHandlers.ofString()).body();
        assertThat(page).contains("http_server_requests_seconds_bucket", "hikaricp_connections_pending",
                "tomcat_threads_busy_threads", "tomcat_threads_config_max_threads", "cache_gets_total",
                "process_cpu_usage", "jvm_memory_used_bytes", "jvm_gc_pause_seconds",
                "hikaricp_connections_acquire_seconds_sum", "system_cpu_count");
    }

    static String tree(List<SpanData> spans, String parent, int depth) {
        var out = new StringBuilder();
        spans.stream().filter(s -> s.getParentSpanId().equals(parent))
                .sorted(Comparator.comparingLong(SpanData::getStartEpochNanos))
                .forEach(s -> out.append("%-44s %-8s %4d ms  span %s%n".formatted("  ".repeat(depth) + s.getName(),
                        s.getKind(), (s.getEndEpochNanos() - s.getStartEpochNanos()) / 1_000_000, s.getSpanId()))
                        .append(tree(spans, s.getSpanId(), depth + 1)));
        return out.toString();
    }
}
