package shop.auth;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

// #region role
enum Role {
    CUSTOMER(),
    CLERK("order:read-any"),
    ADMIN("order:read-any", "product:price");

    private final List<String> permissions;

    Role(String... permissions) {
        this.permissions = List.of(permissions);
    }

    List<GrantedAuthority> authorities() {
        return Stream.concat(Stream.of("ROLE_" + name()), permissions.stream())
                .<GrantedAuthority>map(SimpleGrantedAuthority::new)
                .toList();
    }

    /** A name that is no role any more grants nothing. */
    static List<GrantedAuthority> authoritiesOf(String name) {
        return Stream.of(values()).filter(role -> role.name().equals(name))
                .flatMap(role -> role.authorities().stream()).toList();
    }
}
// #endregion role
