package shop.scale;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses work beyond a limit of requests in flight; browsing goes first, orders last. */
public class LoadShedFilter extends OncePerRequestFilter {

    private final int max;
    private final AtomicInteger inFlight = new AtomicInteger();

    public LoadShedFilter(int max) {
        this.max = max;
    }

    // #region shed
    @Override
    protected void doFilterInternal(HttpServletRequest request,
            HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean order = request.getRequestURI().startsWith("/api/orders");
        int limit = order ? max : max * 8 / 10;
        try {
            if (inFlight.incrementAndGet() > limit) {
                response.setStatus(503);
                response.setHeader("Retry-After", "2");
                return;
            }
            chain.doFilter(request, response);
        } finally {
            inFlight.decrementAndGet();
        }
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/actuator/health");
    }
    // #endregion shed
}
