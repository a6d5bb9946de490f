package shop.auth;

import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

@Repository
public class Accounts implements UserDetailsService {
    private final JdbcClient db;

    Accounts(JdbcClient db) {
        this.db = db;
    }

    public Optional<Account> byEmail(String email) {
        return db.sql("select id, email, password_hash, role from account where email = ?")
                .param(email.toLowerCase(Locale.ROOT)).query(Account.class).optional();
    }

    public Account byId(long id) {
        return db.sql("select id, email, password_hash, role from account where id = ?")
                .param(id).query(Account.class).single();
    }

    @Override
    public UserDetails loadUserByUsername(String email) {
        Account account = byEmail(email).orElseThrow(() -> new UsernameNotFoundException(email));
        return User.withUsername(account.email()).password(account.passwordHash())
                .authorities(account.role().authorities()).build();
    }

    /** The role is not a parameter: whoever registers becomes a customer. */
    @Transactional
    void register(String name, String email, String passwordHash) {
        String lower = email.toLowerCase(Locale.ROOT);
        Long customer = db.sql("insert into customer (name, email) values (?, ?) returning id")
                .params(name, lower).query(Long.class).single();
        db.sql("insert into account (email, password_hash, customer_id) values (?, ?, ?)")
                .params(lower, passwordHash, customer).update();
    }
}
