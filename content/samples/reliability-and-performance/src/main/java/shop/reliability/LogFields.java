package shop.reliability;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.MDC;

/** What the handlers learned about a request, for its summary line. */
class LogFields {
  @SuppressWarnings("unchecked")
  static Map<String, Object> of(HttpServletRequest request) {
    var fields = (Map<String, Object>) request.getAttribute(RequestLog.FIELDS);
    if (fields == null) request.setAttribute(RequestLog.FIELDS, fields = new TreeMap<>());
    return fields;
  }

  // #region wrap
  /**
   * The MDC belongs to one thread, so work
   * for another thread has to carry a copy.
   */
  static Runnable withContext(Runnable work) {
    Map<String, String> copy = MDC.getCopyOfContextMap();
    return () -> {
      if (copy != null) MDC.setContextMap(copy);
      try {
        work.run();
      } finally {
        MDC.clear();
      }
    };
  }
  // #endregion wrap
}
