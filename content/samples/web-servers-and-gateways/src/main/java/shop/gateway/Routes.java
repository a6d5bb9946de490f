package shop.gateway;

import static org.springframework.cloud.gateway.server.mvc.filter.BeforeFilterFunctions.removeRequestHeader;
import static org.springframework.cloud.gateway.server.mvc.filter.BeforeFilterFunctions.uri;
import static org.springframework.cloud.gateway.server.mvc.filter.CircuitBreakerFilterFunctions.circuitBreaker;
import static org.springframework.cloud.gateway.server.mvc.handler.GatewayRouterFunctions.route;
import static org.springframework.cloud.gateway.server.mvc.handler.HandlerFunctions.http;
import static org.springframework.cloud.gateway.server.mvc.predicate.GatewayRequestPredicates.path;

import java.net.URI;
import java.net.http.HttpTimeoutException;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

@Configuration
class Routes {

    // #region routes
    @Bean
    RouterFunction<ServerResponse> users(@Value("${shop.user-uri}") String target) {
        return route("users")
                .route(path("/api/customers/**"), http())
                .before(uri(target)).before(Routes::edge)
                .onError(ResourceAccessException.class, Routes::gatewayError)
                .build();
    }

    @Bean
    RouterFunction<ServerResponse> orders(
            @Value("${shop.order-uri}") String target) {
        return route("orders")
                .route(path("/api/orders/**"), http())
                .before(uri(target)).before(Routes::edge)
                .onError(ResourceAccessException.class, Routes::gatewayError)
                .build();
    }

    @Bean
    RouterFunction<ServerResponse> payments(
            @Value("${shop.payment-uri}") String target) {
        return route("payments")
                .route(path("/api/payments/**"), http())
                .filter(circuitBreaker(
                        "payments", URI.create("forward:/unavailable")))
                .before(uri(target)).before(Routes::edge).build();
    }
    // #endregion routes

    // #region edge
    /** Before every proxied call: drop what only we may say, add what we owe. */
    static ServerRequest edge(ServerRequest request) {
        ServerRequest clean = removeRequestHeader("X-User-Id").apply(request);
        return ServerRequest.from(clean)
                .headers(h -> h.set("X-Request-Id", UUID.randomUUID().toString()))
                .build();
    }

    /** Without this a slow or dead service would show as our own 500. */
    static ServerResponse gatewayError(Throwable error, ServerRequest request) {
        // Not slow is refused, reset or garbage.
        boolean slow = error.getCause() instanceof HttpTimeoutException;
        return ServerResponse
                .status(slow ? HttpStatus.GATEWAY_TIMEOUT : HttpStatus.BAD_GATEWAY)
                .build();
    }
    // #endregion edge

    // #region fallback
    @Bean
    RouterFunction<ServerResponse> unavailable() {
        var problem = ProblemDetail.forStatusAndDetail(
                HttpStatus.SERVICE_UNAVAILABLE, "Payments are down. Your order is kept.");
        return RouterFunctions.route()
                .path("/unavailable", b -> b.route(r -> true, r -> ServerResponse
                        .status(HttpStatus.SERVICE_UNAVAILABLE)
                        .header("Retry-After", "10").body(problem)))
                .build();
    }
    // #endregion fallback
}
