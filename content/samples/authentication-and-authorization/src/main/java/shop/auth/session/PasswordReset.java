package shop.auth.session;

import java.util.Locale;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
class PasswordReset {
    private final JdbcClient db;
    private final PasswordEncoder encoder;
    private final RefreshTokens refreshTokens;
    private final ResetMail mail;
    private final String shop;

    PasswordReset(JdbcClient db, PasswordEncoder encoder, RefreshTokens refreshTokens, ResetMail mail,
                  @Value("${shop.issuer}") String shop) {
        this.db = db;
        this.encoder = encoder;
        this.refreshTokens = refreshTokens;
        this.mail = mail;
        this.shop = shop;
    }

    // #region forgotten
    /** Does the same for every address as far as the caller can see. */
    void forgotten(String email) {
        String token = Secret.create();
        boolean asked = db.sql("""
                insert into password_reset (hash, account_id, expires_at)
                select ?, a.id, now() + interval '30 minutes' from account a
                where a.email = ? and (
                  select count(*) from password_reset r where r.account_id = a.id
                  and r.created_at > now() - interval '1 hour') < 3""")
                .params(Secret.hash(token), email.toLowerCase(Locale.ROOT))
                .update() == 1;
        // The shop's own address, from its settings: never the Host of the request.
        if (asked) mail.send(email, shop + "/reset#" + token);
    }
    // #endregion forgotten

    // #region reset
    @Transactional
    public boolean reset(String token, String password) {
        Optional<Long> account = db.sql("""
                update password_reset set used_at = now()
                where hash = ? and used_at is null and expires_at > now()
                returning account_id""")
                .param(Secret.hash(token)).query(Long.class).optional();
        account.ifPresent(id -> {
            db.sql("update account set password_hash = ? where id = ?")
              .params(encoder.encode(password), id).update();
            db.sql("""
                    update password_reset set used_at = now()
                    where account_id = ? and used_at is null""")
              .param(id).update();     // other mails that are still under way
            refreshTokens.endAll(id);  // whoever knew the old password is out
        });
        return account.isPresent();
    }
    // #endregion reset
}
