package shop.security;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsPasswordService;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.stereotype.Repository;

@Repository
class Accounts implements UserDetailsService, UserDetailsPasswordService {
    private final JdbcClient db;

    Accounts(JdbcClient db) {
        this.db = db;
    }

    @Override
    public UserDetails loadUserByUsername(String email) {
        return db.sql("select password_hash from account where email = ?").param(email)
                .query(String.class).optional()
                .map(hash -> User.withUsername(email).password(hash).roles("CUSTOMER").build())
                .orElseThrow(() -> new UsernameNotFoundException("unknown account"));
    }

    // #region upgrade
    /** Called after a correct login whose stored hash is weaker than today's. */
    @Override
    public UserDetails updatePassword(UserDetails user, String newHash) {
        db.sql("""
                        update account set password_hash = ?
                        where email = ? and password_hash = ?""")
                .params(newHash, user.getUsername(), user.getPassword()).update();
        return User.withUserDetails(user).password(newHash).build();
    }
    // #endregion upgrade
}
