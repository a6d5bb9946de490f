package shop.users;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import java.math.BigDecimal;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

// #region settings
@ConfigurationProperties("shop.users")
@Validated
record UserSettings(
        @NotNull @PositiveOrZero BigDecimal defaultCreditLimit,
        @DefaultValue("7d") Duration invitationTtl) {}
// #endregion settings
