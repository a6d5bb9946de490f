package shop.security;

import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.crypto.scrypt.SCryptPasswordEncoder;

@Configuration
class PasswordConfig {
    // #region encoder
    @Bean
    PasswordEncoder passwordEncoder() {
        return new DelegatingPasswordEncoder("bcrypt", Map.of(   // new hashes
                "bcrypt", new BCryptPasswordEncoder(12),
                "scrypt", new SCryptPasswordEncoder(1 << 17, 8, 1, 32, 16)));
    }
    // #endregion encoder
}
