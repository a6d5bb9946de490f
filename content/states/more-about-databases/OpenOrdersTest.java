package shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.RepeatedTest;
import org.springframework.beans.factory.annotation.Autowired;

class OpenOrdersTest extends ShopTest {
    @Autowired OpenOrders orders;

    @RepeatedTest(10)
    void twoOrdersAtOnceStayBelowTheLimit() throws Exception {
        long customer = rows.sql("insert into customer (name, email) values ('Ben', ?) returning id")
                .param(UUID.randomUUID() + "@example.org").query(Long.class).single();
        assertThat(orders.place(customer, new BigDecimal("200"))).isPresent();
        var together = new CountDownLatch(2);
        Callable<Optional<Long>> buy = () -> {
            together.countDown();
            together.await();
            return orders.place(customer, new BigDecimal("300"));
        };
        try (var threads = Executors.newFixedThreadPool(2)) {
            int placed = 0;
            for (var order : threads.invokeAll(List.of(buy, buy))) if (order.get().isPresent()) placed++;
            assertThat(placed).isEqualTo(1);
        }
        assertThat(orders.open(customer)).isEqualByComparingTo("500");
    }
}
