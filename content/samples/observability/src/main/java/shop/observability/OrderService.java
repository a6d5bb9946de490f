package shop.observability;

import java.math.BigDecimal;
import java.util.concurrent.atomic.AtomicLong;

import io.micrometer.core.instrument.MeterRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.web.client.RestClientException;

@Service
class OrderService {

    record Order(long id, String status, BigDecimal total) {
    }

    static class PaymentUnavailable extends RuntimeException {
        PaymentUnavailable(Throwable cause) {
            super("payment service did not answer", cause);
        }
    }

    private static final Logger log = LoggerFactory.getLogger(OrderService.class);

    private final AtomicLong ids = new AtomicLong(700);
    private final Catalog catalog;
    private final PaymentClient payments;
    private final MeterRegistry meters;

    OrderService(Catalog catalog, PaymentClient payments, MeterRegistry meters) {
        this.catalog = catalog;
        this.payments = payments;
        this.meters = meters;
    }

    // #region place
    Order place(long productId, int quantity) {
        var product = catalog.byId(productId);
        var total = product.price().multiply(BigDecimal.valueOf(quantity));
        long orderId = ids.incrementAndGet();
        try {
            payments.capture(orderId, total);
        } catch (RestClientException e) {
            meters.counter("orders", "outcome", "payment_failed").increment();
            log.atError()
                    .addKeyValue("order_id", orderId)
                    .addKeyValue("total_eur", total)
                    .setCause(e).log("payment capture failed");
            throw new PaymentUnavailable(e);
        }
        meters.counter("orders", "outcome", "paid").increment();
        log.atInfo()
                .addKeyValue("order_id", orderId)
                .addKeyValue("total_eur", total)
                .log("order paid");
        return new Order(orderId, "PAID", total);
    }
    // #endregion place
}
