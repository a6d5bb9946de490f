package shop.inventory;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
public class InventoryApplication {
    public static void main(String[] args) {
        System.setProperty("spring.config.name", "inventory");
        SpringApplication.run(InventoryApplication.class, args);
    }
}
