package shop.scale;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.springframework.web.filter.OncePerRequestFilter;

/** Gives every customer (or, before login, every address) a token bucket of its own. */
public class RateLimitFilter extends OncePerRequestFilter {

    private final Cache<String, TokenBucket> buckets = Caffeine.newBuilder()
            .maximumSize(100_000)
            .expireAfterAccess(Duration.ofMinutes(10))
            .build();

    // #region filter
    @Override
    protected void doFilterInternal(HttpServletRequest request,
            HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var user = request.getUserPrincipal();
        var key = user != null
                ? "u:" + user.getName() : "ip:" + request.getRemoteAddr();
        var bucket = buckets.get(
                key, k -> new TokenBucket(20, 5, System::nanoTime));

        double wait = bucket.take();
        if (wait == 0) {
            chain.doFilter(request, response);
            return;
        }
        response.setStatus(429);
        response.setHeader("Retry-After", String.valueOf((long) Math.ceil(wait)));
    }
    // #endregion filter
}
