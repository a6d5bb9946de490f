package shop.testing;

import static org.springframework.http.HttpMethod.GET;
import static org.springframework.security.config.Customizer.withDefaults;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;

/** HTTP Basic with users in memory keeps this sample small; phase 7 has the real login. */
@Configuration(proxyBeanMethods = false)
public class SecurityConfig {

  // #region rules
  @Bean
  SecurityFilterChain api(HttpSecurity http) {
    return http
        .authorizeHttpRequests(rules -> rules
            .requestMatchers("/error").permitAll()
            .requestMatchers(GET, "/api/products/**").permitAll()
            .requestMatchers("/api/products/**").hasRole("ADMIN")
            .anyRequest().authenticated())
        .httpBasic(withDefaults())
        .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .csrf(csrf -> csrf.disable()) // no cookie identifies the caller
        .build();
  }
  // #endregion rules

  @Bean
  InMemoryUserDetailsManager users() {
    return new InMemoryUserDetailsManager(
        User.withUsername("ada@example.org").password("{noop}ada-demo").roles("CUSTOMER").build(),
        User.withUsername("bob@example.org").password("{noop}bob-demo").roles("CUSTOMER").build());
  }
}
