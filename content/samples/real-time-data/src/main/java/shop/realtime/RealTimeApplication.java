package shop.realtime;

import org.springframework.boot.CommandLineRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Profile;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;

@SpringBootApplication
public class RealTimeApplication {

    public static void main(String[] args) {
        SpringApplication.run(RealTimeApplication.class, args);
    }

    @Bean
    SecurityFilterChain security(HttpSecurity http) throws Exception {
        return http.authorizeHttpRequests(a -> a.anyRequest().authenticated())
                .httpBasic(Customizer.withDefaults())
                .build();
    }

    /** Ada and Bo are customers, Sam answers the support chat. Sample logins only. */
    @Bean
    UserDetailsService users() {
        return new InMemoryUserDetailsManager(
                User.withUsername("ada").password("{noop}ada").roles("CUSTOMER").build(),
                User.withUsername("bo").password("{noop}bo").roles("CUSTOMER").build(),
                User.withUsername("sam").password("{noop}sam").roles("SUPPORT").build());
    }

    @Bean
    @Profile("demo")
    CommandLineRunner demo(Feeds feeds) {
        return args -> {
            feeds.of("ada").append("order-created", "Order 42 received");
            feeds.of("ada").append("payment-captured", "25.00 euro paid");
            feeds.of("ada").append("order-shipped", "Order 42 is on its way");
        };
    }
}
