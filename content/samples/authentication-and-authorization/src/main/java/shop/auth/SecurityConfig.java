package shop.auth;

import static jakarta.servlet.DispatcherType.ERROR;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;
import static org.springframework.security.config.Customizer.withDefaults;
import static org.springframework.security.config.http.SessionCreationPolicy.STATELESS;

import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.config.annotation.authentication.configuration.AuthenticationConfiguration;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationConverter;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;

@Configuration
@EnableMethodSecurity
class SecurityConfig {
    // #region api
    @Bean
    @Order(1)
    SecurityFilterChain api(HttpSecurity http) {
        return http.securityMatcher("/api/**")
                .authorizeHttpRequests(rules -> rules
                        .requestMatchers(
                                POST, "/api/auth/register", "/api/auth/login")
                        .permitAll()
                        .requestMatchers(GET, "/api/products/**").permitAll()
                        .requestMatchers("/api/admin/**")
                        .hasAnyRole("CLERK", "ADMIN")
                        .requestMatchers("/api/orders/**").authenticated()
                        .anyRequest().denyAll())
                .oauth2ResourceServer(server -> server.jwt(withDefaults()))
                .sessionManagement(
                        session -> session.sessionCreationPolicy(STATELESS))
                .csrf(csrf -> csrf.disable())   // no cookie is read here
                .build();
    }
    // #endregion api

    // #region basic
    @Bean
    @Order(2)
    SecurityFilterChain internal(
            HttpSecurity http, PasswordEncoder encoder,
            @Value("${shop.warehouse-password}") String password) {
        var user = User.withUsername("warehouse")
                .password(encoder.encode(password)).roles("WAREHOUSE").build();
        var warehouse =
                new DaoAuthenticationProvider(new InMemoryUserDetailsManager(user));
        warehouse.setPasswordEncoder(encoder);
        return http.securityMatcher("/internal/**")
                .authorizeHttpRequests(rules -> rules
                        .requestMatchers(GET, "/internal/**").hasRole("WAREHOUSE")
                        .anyRequest().denyAll())
                .authenticationManager(new ProviderManager(warehouse))
                .httpBasic(withDefaults())
                .sessionManagement(
                        session -> session.sessionCreationPolicy(STATELESS))
                .csrf(csrf -> csrf.disable())   // machines call, and only with GET
                .build();
    }
    // #endregion basic

    // #region pages
    @Bean
    @Order(4)
    SecurityFilterChain pages(HttpSecurity http) {
        return http
                .authorizeHttpRequests(rules -> rules
                        // See the pitfall.
                        .dispatcherTypeMatchers(ERROR).permitAll()
                        .anyRequest().authenticated())
                .formLogin(login -> login.defaultSuccessUrl("/account", true))
                .logout(withDefaults())
                .build();
    }
    // #endregion pages

    // #region oidc
    @Bean
    @Order(3)
    @Profile("oidc")
    SecurityFilterChain staff(HttpSecurity http) {
        return http.securityMatcher("/staff/**", "/oauth2/**", "/login/oauth2/**")
                .authorizeHttpRequests(rules -> rules.anyRequest().authenticated())
                .oauth2Login(withDefaults())
                .build();
    }
    // #endregion oidc

    // #region roles
    @Bean
    JwtAuthenticationConverter jwtAuthenticationConverter() {
        var converter = new JwtAuthenticationConverter();
        converter.setJwtGrantedAuthoritiesConverter(jwt -> {
            List<String> roles = jwt.getClaimAsStringList("roles");
            return roles == null ? List.of() : roles.stream()
                    .flatMap(role -> Role.authoritiesOf(role).stream()).toList();
        });
        return converter;
    }
    // #endregion roles

    @Bean
    PasswordEncoder passwordEncoder() {
        return PasswordEncoderFactories.createDelegatingPasswordEncoder();
    }

    @Bean
    AuthenticationManager authenticationManager(AuthenticationConfiguration configuration) {
        return configuration.getAuthenticationManager();
    }
}
