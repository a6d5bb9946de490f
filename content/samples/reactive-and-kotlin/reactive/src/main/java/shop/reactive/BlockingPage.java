package shop.reactive;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/** The remote half of the product page once more, in blocking style for virtual threads. */
public class BlockingPage {

    public record Remote(Stock stock, double rating) {
    }

    private final RestClient http;
    private final ExecutorService threads;

    public BlockingPage(RestClient http, ExecutorService threads) {
        this.http = http;
        this.threads = threads;
    }

    // #region blocking
    Remote remote(String sku) throws Exception {
        Future<Double> rating = threads.submit(
                () -> ask("/rating/{sku}", sku, Double.class, 0.0));
        Integer free = ask("/stock/{sku}", sku, Integer.class, null);
        Stock stock = free == null
                ? Stock.unknown(sku)
                : new Stock(sku, free, true);
        return new Remote(stock, rating.get());
    }

    private <T> T ask(String path, String sku, Class<T> type, T fallback) {
        try {
            return http.get().uri(path, sku).retrieve().body(type);
        } catch (RestClientException late) {
            return fallback;
        }
    }
    // #endregion blocking
}
