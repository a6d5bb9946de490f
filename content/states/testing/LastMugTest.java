package shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class LastMugTest extends ShopTest {
    @Autowired OrderService service;
    @Autowired ProductRepository products;
    @Autowired CustomerRepository customers;

    @Test
    void ofEightBuyersAtOnceExactlyOneGetsTheLastMug() throws Exception {
        long mug = products.save(new Product("LAST-MUG", "Mug", new BigDecimal("12.50"), 1)).id;
        long account = accountOf(customers.save(new Customer("Ada", "last-mug@example.com")));
        var cart = new OrderData(List.of(new OrderData.Line(mug, 1)));
        Callable<Boolean> buy = () -> {
            try {
                service.place(account, UUID.randomUUID().toString(), cart);
                return true;
            } catch (OutOfStock e) {
                return false;
            }
        };
        int sold = 0;
        try (var threads = Executors.newFixedThreadPool(8)) {
            for (Future<Boolean> result : threads.invokeAll(Collections.nCopies(8, buy)))
                if (result.get()) sold++;
        }
        assertThat(sold).isEqualTo(1);
        assertThat(products.findById(mug).orElseThrow().stock).isZero();
    }
}
