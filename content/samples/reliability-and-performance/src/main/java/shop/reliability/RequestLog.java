package shop.reliability;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerMapping;

/** Gives each request a correlation id and writes one summary line when it ends. */
@Component
class RequestLog extends OncePerRequestFilter {
  static final String HEADER = "X-Correlation-Id";
  static final String FIELDS = "log.fields";
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9-]{8,64}");
  private static final Logger log = LoggerFactory.getLogger("request");

  // #region filter
  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response,
      FilterChain chain) throws ServletException, IOException {
    String given = request.getHeader(HEADER);
    boolean usable = given != null && ID.matcher(given).matches();
    String id = usable ? given : UUID.randomUUID().toString();
    response.setHeader(HEADER, id);
    long start = System.nanoTime();
    boolean completed = false;
    try (var scope = MDC.putCloseable("correlation_id", id)) {
      try {
        chain.doFilter(request, response);
        completed = true;
      } finally {
        var line = log.atInfo()
            .addKeyValue("http.method", request.getMethod())
            .addKeyValue("http.route", request.getAttribute(
                HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE))
            .addKeyValue("http.status", completed ? response.getStatus() : 500)
            .addKeyValue("duration_ms", (System.nanoTime() - start) / 1_000_000);
        LogFields.of(request).forEach(line::addKeyValue);
        line.log("request finished");
      }
    }
  }
  // #endregion filter
}
