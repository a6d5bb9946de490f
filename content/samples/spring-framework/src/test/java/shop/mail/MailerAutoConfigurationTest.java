package shop.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class MailerAutoConfigurationTest {
    // #region autoconfig-test
    final ApplicationContextRunner boot = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(MailerAutoConfiguration.class));

    @Test
    void offersAMailerWhenTheApplicationHasNone() {
        boot.run(context -> assertThat(context).hasSingleBean(ConsoleMailer.class));
    }

    @Test
    void stepsBackForTheApplicationsOwn() {
        Mailer own = mock();
        boot.withBean(Mailer.class, () -> own)
                .run(context -> assertThat(context.getBean(Mailer.class)).isSameAs(own));
    }

    @Test
    void canBeSwitchedOff() {
        boot.withPropertyValues("shop.mail.enabled=false")
                .run(context -> assertThat(context).doesNotHaveBean(Mailer.class));
    }
    // #endregion autoconfig-test
}
