package shop.reliability;

import jakarta.servlet.http.HttpServletRequest;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class OrderController {
  record Payment(String method, String cardNumber) {}

  private static final Logger log = LoggerFactory.getLogger(OrderController.class);
  private final ExecutorService mails = Executors.newVirtualThreadPerTaskExecutor();

  // #region pay
  @PostMapping("/api/orders/{id}/payment")
  String pay(@PathVariable long id, @RequestBody Payment payment, HttpServletRequest request) {
    LogFields.of(request).put("order_id", id);
    LogFields.of(request).put("payment_method", payment.method());
    capture(id, payment);
    mails.execute(LogFields.withContext(
        () -> log.atInfo().addKeyValue("order_id", id).log("receipt mail queued")));
    return "paid";
  }
  // #endregion pay

  private void capture(long id, Payment payment) {
    if (id != 702) return;
    try {
      throw new java.net.ConnectException("payment:8084 refused");
    } catch (java.net.ConnectException e) {
      var failure = new IllegalStateException("capture failed", e);
      log.atError().setCause(failure).addKeyValue("order_id", id)
          .addKeyValue("card_number", payment.cardNumber()).log("payment not captured");
      throw failure;
    }
  }
}
