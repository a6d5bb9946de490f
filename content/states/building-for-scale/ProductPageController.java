package shop;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.client.RestClient;
import shop.scale.ProductPage;

/** A product with what others bought beside it, where the service that knows it answers in time. */
@RestController
class ProductPageController {
    private final ProductPage page;

    ProductPageController(ProductLookup lookup, @Value("${shop.recommendations-url}") String url) {
        var requests = new JdkClientHttpRequestFactory(HttpClient.newBuilder().connectTimeout(Duration.ofMillis(100)).build());
        requests.setReadTimeout(Duration.ofMillis(150));
        var http = RestClient.builder().baseUrl(url).requestFactory(requests).build();
        page = new ProductPage(
                id -> product(lookup, id).name(),
                id -> http.get().uri("/also-bought/{id}", id).retrieve()
                        .body(new ParameterizedTypeReference<List<String>>() {}),
                id -> product(lookup, id).stock(), Executors.newVirtualThreadPerTaskExecutor());
    }

    private static CatalogEntry product(ProductLookup lookup, String id) {
        return lookup.find(Long.parseLong(id)).orElseThrow(() -> new NotFound("product", Long.parseLong(id)));
    }

    @GetMapping("/api/products/{id}/page")
    ProductPage.View page(@PathVariable long id) {
        return page.show(Long.toString(id));
    }
}
