package shop.users;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class SettingsTest {
    @EnableConfigurationProperties(UserSettings.class)
    static class App {}

    // #region precedence
    final ApplicationContextRunner boot = new ApplicationContextRunner()
            // Reads application*.properties.
            .withInitializer(new ConfigDataApplicationContextInitializer())
            .withUserConfiguration(App.class);

    @Test
    void theProfileFileWinsOverTheBaseFile() {
        boot.run(c -> assertThat(limit(c)).isEqualTo("50.00"));
        boot.withSystemProperties("spring.profiles.active=dev")
                .run(c -> assertThat(limit(c)).isEqualTo("0"));
    }

    @Test
    void aSystemPropertyWinsOverBothFiles() {
        boot.withSystemProperties("spring.profiles.active=dev",
                        "shop.users.default-credit-limit=75")
                .run(c -> assertThat(limit(c)).isEqualTo("75"));
    }

    @Test
    void aValueThatBreaksTheRulesStopsTheStart() {
        boot.withSystemProperties("shop.users.default-credit-limit=-1")
                .run(c -> assertThat(c).hasFailed());
    }
    // #endregion precedence

    @Test
    void unitsAreParsed() {
        boot.withSystemProperties("shop.users.invitation-ttl=36h").run(c ->
                assertThat(c.getBean(UserSettings.class).invitationTtl()).isEqualTo(Duration.ofHours(36)));
    }

    private static String limit(org.springframework.context.ApplicationContext context) {
        return context.getBean(UserSettings.class).defaultCreditLimit().toString();
    }
}
