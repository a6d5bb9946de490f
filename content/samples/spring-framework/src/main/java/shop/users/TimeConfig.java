package shop.users;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

// #region bean
@Configuration
class TimeConfig {
    @Bean
    // A class of the JDK: we cannot annotate it, so we make the bean here.
    Clock clock() {
        return Clock.systemUTC();
    }
}
// #endregion bean
