package shop.auth;

import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.nio.charset.StandardCharsets;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/auth")
class AuthController {
    record Token(String access_token, String token_type, long expires_in) {}

    record Credentials(@NotBlank String email, @NotBlank String password) {}

    private final Accounts accounts;
    private final PasswordEncoder encoder;
    private final AuthenticationManager manager;
    private final Tokens tokens;

    AuthController(Accounts accounts, PasswordEncoder encoder, AuthenticationManager manager, Tokens tokens) {
        this.accounts = accounts;
        this.encoder = encoder;
        this.manager = manager;
        this.tokens = tokens;
    }

    // #region register
    record Registration(
            @NotBlank @Size(max = 200) String name,
            @NotBlank @Email @Size(max = 254) String email,
            @NotNull @Size(min = 15, max = 64) String password) {
        @AssertTrue(message = "must fit into 72 bytes of UTF-8")
        boolean isPasswordWithinBcryptLimit() {
            return password == null
                    || password.getBytes(StandardCharsets.UTF_8).length <= 72;
        }
    }

    @PostMapping("/register")
    @ResponseStatus(HttpStatus.CREATED)
    void register(@Valid @RequestBody Registration form) {
        accounts.register(
                form.name(), form.email(), encoder.encode(form.password()));
    }
    // #endregion register

    // #region login
    @PostMapping("/login")
    Token login(@Valid @RequestBody Credentials given) {
        var proven = manager.authenticate(UsernamePasswordAuthenticationToken
                .unauthenticated(given.email(), given.password()));
        Account account = accounts.byEmail(proven.getName()).orElseThrow();
        return new Token(
                tokens.issue(account), "Bearer", tokens.lifetime().toSeconds());
    }

    @ExceptionHandler
    ProblemDetail refused(AuthenticationException e) {
        return ProblemDetail.forStatusAndDetail(
                HttpStatus.UNAUTHORIZED, "Email or password is wrong.");
    }
    // #endregion login

    @ExceptionHandler
    ProblemDetail taken(DuplicateKeyException e) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, "This email cannot be registered.");
    }
}
