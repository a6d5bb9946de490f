package shop;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.concurrent.TimeUnit;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** Both logins, the form's and the API's, come through here, so both are counted. */
@Component
class ThrottledLogin implements AuthenticationProvider {
    static class TooManyTries extends AuthenticationException {
        TooManyTries() {
            super("Too many attempts to log in.");
        }
    }

    private final DaoAuthenticationProvider passwords;
    private final LoginThrottle throttle;
    private final HttpServletRequest request;

    /** @param request stands for the one of the current thread */
    ThrottledLogin(Accounts accounts, PasswordEncoder encoder, LoginThrottle throttle, HttpServletRequest request) {
        this.passwords = new DaoAuthenticationProvider(accounts);
        this.passwords.setPasswordEncoder(encoder);
        this.passwords.setUserDetailsPasswordService(accounts);
        this.throttle = throttle;
        this.request = request;
    }

    @Override
    public Authentication authenticate(Authentication given) {
        if (!throttle.mayTry(given.getName(), request.getRemoteAddr())) throw new TooManyTries();
        Authentication proven = passwords.authenticate(given);
        throttle.succeeded(given.getName());
        return proven;
    }

    @Override
    public boolean supports(Class<?> kind) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(kind);
    }
}

@Configuration
@EnableScheduling
class LoginLimits {
    @Bean
    LoginThrottle loginThrottle() {
        return new LoginThrottle(Clock.systemUTC());
    }

    @Component
    record Cleaning(LoginThrottle throttle) {
        @Scheduled(fixedRate = 15, timeUnit = TimeUnit.MINUTES)
        void forgetOld() {
            throttle.forgetOld();
        }
    }
}
