package shop.users;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

@SpringBootApplication
@ConfigurationPropertiesScan
class UsersApplication {
    static void main(String[] args) {
        SpringApplication.run(UsersApplication.class, args);
    }
}
