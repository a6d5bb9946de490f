package shop.mail;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;

// #region autoconfig
@AutoConfiguration
@ConditionalOnProperty(name = "shop.mail.enabled", matchIfMissing = true)
public class MailerAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean
    Mailer consoleMailer() {
        return new ConsoleMailer();
    }
}
// #endregion autoconfig
