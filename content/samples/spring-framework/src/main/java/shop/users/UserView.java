package shop.users;

import java.math.BigDecimal;
import java.time.Instant;

record UserView(long id, String email, String name, Role role, BigDecimal creditLimit, Instant createdAt) {

    static UserView of(User user, UserSettings settings) {
        UserData d = user.data();
        BigDecimal limit = d.creditLimit() == null ? settings.defaultCreditLimit() : d.creditLimit();
        return new UserView(user.id(), d.email(), d.name(), d.role(), limit, user.createdAt());
    }
}
