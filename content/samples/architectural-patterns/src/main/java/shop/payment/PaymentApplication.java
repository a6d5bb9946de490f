package shop.payment;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
public class PaymentApplication {
    public static void main(String[] args) {
        System.setProperty("spring.config.name", "payment");
        SpringApplication.run(PaymentApplication.class, args);
    }
}
