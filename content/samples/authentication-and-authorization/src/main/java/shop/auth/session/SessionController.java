package shop.auth.session;

import static org.springframework.http.HttpMethod.POST;
import static org.springframework.security.config.http.SessionCreationPolicy.STATELESS;

import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.nio.charset.StandardCharsets;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import shop.auth.Accounts;
import shop.auth.Tokens;

/** Logins that last longer than an access token, and a way back for those who forgot their password. */
@RestController
@RequestMapping("/api/auth/session")
class SessionController {
    record Credentials(@NotBlank String email, @NotBlank String password) {}
    record Refresh(@NotBlank String refresh_token) {}
    record Forgotten(@NotBlank @Size(max = 254) String email) {}
    record NewPassword(@NotBlank String token, @NotNull @Size(min = 15, max = 64) String password) {
        @AssertTrue(message = "must fit into 72 bytes of UTF-8")
        boolean isPasswordWithinBcryptLimit() {
            return password == null || password.getBytes(StandardCharsets.UTF_8).length <= 72;
        }
    }
    record Pair(String access_token, String refresh_token, long expires_in) {}

    private final Accounts accounts;
    private final AuthenticationManager manager;
    private final Tokens tokens;
    private final RefreshTokens refreshTokens;
    private final PasswordReset passwordReset;

    SessionController(Accounts accounts, AuthenticationManager manager, Tokens tokens, RefreshTokens refreshTokens,
                      PasswordReset passwordReset) {
        this.accounts = accounts;
        this.manager = manager;
        this.tokens = tokens;
        this.refreshTokens = refreshTokens;
        this.passwordReset = passwordReset;
    }

    @PostMapping
    Pair login(@Valid @RequestBody Credentials given) {
        var proven = manager.authenticate(UsernamePasswordAuthenticationToken
                .unauthenticated(given.email(), given.password()));
        var account = accounts.byEmail(proven.getName()).orElseThrow();
        return new Pair(tokens.issue(account), refreshTokens.start(account.id()), tokens.lifetime().toSeconds());
    }

    // #region refresh
    @PostMapping("/refresh")
    ResponseEntity<Pair> refresh(@Valid @RequestBody Refresh given) {
        return refreshTokens.rotate(given.refresh_token())
                .map(next -> new Pair(
                        tokens.issue(accounts.byId(next.accountId())),   // with today's role
                        next.token(), tokens.lifetime().toSeconds()))
                .map(ResponseEntity::ok)
                .orElseGet(() -> ResponseEntity.status(HttpStatus.UNAUTHORIZED).build());
    }
    // #endregion refresh

    @PostMapping("/forgotten")
    @ResponseStatus(HttpStatus.ACCEPTED)
    void forgotten(@Valid @RequestBody Forgotten given) {
        passwordReset.forgotten(given.email());
    }

    @PostMapping("/reset")
    ResponseEntity<Void> reset(@Valid @RequestBody NewPassword given) {
        return passwordReset.reset(given.token(), given.password())
                ? ResponseEntity.noContent().build()
                : ResponseEntity.badRequest().build();
    }

    @ExceptionHandler
    ResponseEntity<Void> refused(AuthenticationException e) {
        return ResponseEntity.status(HttpStatus.UNAUTHORIZED).build();
    }
}

@Configuration
class SessionRules {
    @Bean
    @Order(0)
    SecurityFilterChain session(HttpSecurity http) {
        return http.securityMatcher("/api/auth/session", "/api/auth/session/*")
                .authorizeHttpRequests(rules -> rules
                        .requestMatchers(POST, "/**").permitAll()
                        .anyRequest().denyAll())
                .sessionManagement(session -> session.sessionCreationPolicy(STATELESS))
                .csrf(csrf -> csrf.disable())   // no cookie is read here
                .build();
    }
}
