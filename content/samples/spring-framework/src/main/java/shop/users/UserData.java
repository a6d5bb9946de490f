package shop.users;

import jakarta.validation.constraints.*;
import java.math.BigDecimal;

// #region data
record UserData(
        @NotBlank @Email @Size(max = 254) String email,
        @NotBlank @Size(max = 80) String name,
        @NotNull Role role,
        @PositiveOrZero BigDecimal creditLimit) {}   // null: the shop's default applies
// #endregion data
