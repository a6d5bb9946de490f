package shop.users;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

// #region bean
@Configuration
class TimeConfig {
    @Bean
    Clock clock() {              // a class of the JDK: we cannot annotate it, so we make the bean here
        return Clock.systemUTC();
    }
}
// #endregion bean
