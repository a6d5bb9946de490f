package shop.auth;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
class AuthApplication {
    static void main(String[] args) {
        SpringApplication.run(AuthApplication.class, args);
    }
}
