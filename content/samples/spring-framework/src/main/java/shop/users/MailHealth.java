package shop.users;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;
import shop.mail.Mailer;

// #region health
@Component("mail")
class MailHealth implements HealthIndicator {
    private final Mailer mailer;

    MailHealth(Mailer mailer) {
        this.mailer = mailer;
    }

    @Override
    public Health health() {
        return mailer.reachable()
                ? Health.up().build()
                : Health.down()
                        .withDetail("reason", "mail server does not answer")
                        .build();
    }
}
// #endregion health
