package shop.order;

import java.net.http.HttpClient;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.web.client.RestClient;

@SpringBootApplication
@EnableScheduling
public class OrderApplication {
    public static void main(String[] args) {
        System.setProperty("spring.config.name", "order");
        SpringApplication.run(OrderApplication.class, args);
    }

    // #region client
    static RestClient client(String baseUrl, Duration timeout) {
        var http = HttpClient.newBuilder().connectTimeout(timeout).build();
        var factory = new JdkClientHttpRequestFactory(http);
        factory.setReadTimeout(timeout);
        return RestClient.builder()
                .baseUrl(baseUrl).requestFactory(factory).build();
    }

    @Bean
    RestClient inventoryClient(@Value("${shop.inventory-url}") String url,
                               @Value("${shop.call-timeout}") Duration timeout) {
        return client(url, timeout);
    }
    // #endregion client

    @Bean
    RestClient paymentClient(@Value("${shop.payment-url}") String url,
                             @Value("${shop.call-timeout}") Duration timeout) {
        return client(url, timeout);
    }
}
