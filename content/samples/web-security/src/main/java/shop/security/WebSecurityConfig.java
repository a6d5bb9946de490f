package shop.security;

import static jakarta.servlet.DispatcherType.ERROR;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;
import static org.springframework.security.config.Customizer.withDefaults;
import static org.springframework.security.config.http.SessionCreationPolicy.STATELESS;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.Resource;
import org.springframework.security.converter.RsaKeyConverters;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.oauth2.jwt.JwtAudienceValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.UrlBasedCorsConfigurationSource;

@Configuration
class WebSecurityConfig {
    // #region api
    @Bean
    @Order(1)
    SecurityFilterChain api(HttpSecurity http) {
        return http.securityMatcher("/api/**")
                .cors(cors -> cors.configurationSource(webShopOnly()))
                .authorizeHttpRequests(rules -> rules
                        .requestMatchers(GET, "/api/products").permitAll()
                        // Signed.
                        .requestMatchers(POST, "/api/webhooks/payment").permitAll()
                        .requestMatchers("/api/orders/**").authenticated()
                        .anyRequest().denyAll())
                .oauth2ResourceServer(server -> server.jwt(withDefaults()))
                .sessionManagement(
                        session -> session.sessionCreationPolicy(STATELESS))
                // Bearer token only, no cookie is read.
                .csrf(csrf -> csrf.disable())
                .build();
    }
    // #endregion api

    // #region cors
    private static UrlBasedCorsConfigurationSource webShopOnly() {
        var rules = new CorsConfiguration();
        rules.setAllowedOrigins(List.of("https://shop.example"));
        rules.setAllowedMethods(List.of("GET", "POST"));
        rules.setAllowedHeaders(List.of(
                "Authorization", "Content-Type", "Idempotency-Key"));
        rules.setExposedHeaders(List.of("Location"));
        rules.setMaxAge(Duration.ofMinutes(10));
        var source = new UrlBasedCorsConfigurationSource();
        source.registerCorsConfiguration("/api/**", rules);
        return source;
    }
    // #endregion cors

    // #region pages
    static final String CSP = String.join("; ",
            "default-src 'self'",
            "script-src 'self'",
            "object-src 'none'",
            "base-uri 'none'",
            "form-action 'self'",
            "frame-ancestors 'none'",
            "connect-src 'self' https://api.shop.example");

    @Bean
    @Order(2)
    SecurityFilterChain pages(HttpSecurity http) {
        return http
                .authorizeHttpRequests(rules -> rules
                        // Phase 7: or errors of the API become a login page.
                        .dispatcherTypeMatchers(ERROR).permitAll()
                        .anyRequest().authenticated())
                .formLogin(withDefaults())
                // XSRF-TOKEN cookie out, X-XSRF-TOKEN header in.
                .csrf(csrf -> csrf.spa())
                .headers(headers -> headers
                        .contentSecurityPolicy(csp -> csp.policyDirectives(CSP))
                        .httpStrictTransportSecurity(hsts -> hsts
                                .maxAgeInSeconds(31_536_000)
                                .includeSubDomains(true)))
                .build();
    }
    // #endregion pages

    // #region decoder
    /**
     * Phase 7 signs with the private key. Whoever only checks holds the public
     * one, and cannot make tokens.
     */
    @Bean
    JwtDecoder jwtDecoder(@Value("${shop.jwt-public-key}") Resource pem,
                          @Value("${shop.issuer}") String issuer,
                          @Value("${shop.audience}") String audience)
            throws IOException {
        try (var in = pem.getInputStream()) {
            var key = RsaKeyConverters.x509().convert(in);
            var decoder = NimbusJwtDecoder.withPublicKey(key).build();
            var times = new JwtTimestampValidator();
            times.setAllowEmptyExpiryClaim(false);
            decoder.setJwtValidator(JwtValidators.createDefaultWithValidators(
                    times, new JwtIssuerValidator(issuer),
                    new JwtAudienceValidator(audience)));
            return decoder;
        }
    }
    // #endregion decoder
}
