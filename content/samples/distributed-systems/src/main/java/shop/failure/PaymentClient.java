package shop.failure;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;

/** Calls the payment service and admits when it does not know the result. */
public final class PaymentClient {

    private final HttpClient http = HttpClient.newHttpClient();
    private final String base;

    public PaymentClient(int port) {
        base = "http://localhost:" + port + "/payments/";
    }

    public String capture(String order) throws IOException, InterruptedException {
        return call(order + "/capture", Duration.ofMillis(300));
    }

    public String status(String order) throws IOException, InterruptedException {
        return call(order, Duration.ofSeconds(2));
    }

    public String close(String order) throws IOException, InterruptedException {
        return call(order + "/void", Duration.ofSeconds(2));
    }

    private String call(String path, Duration timeout) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(base + path))
                .POST(HttpRequest.BodyPublishers.noBody())
                .timeout(timeout)
                .build();
        try {
            return http.send(request, BodyHandlers.ofString()).body();
        } catch (HttpTimeoutException silence) {
            return "UNKNOWN";
        }
    }
}
