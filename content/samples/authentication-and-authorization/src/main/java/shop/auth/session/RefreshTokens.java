package shop.auth.session;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
class RefreshTokens {
    record Rotated(long accountId, String token) {}

    private static final Logger log = LoggerFactory.getLogger(RefreshTokens.class);
    private static final Duration LIFE = Duration.ofDays(30);   // of the family, not of one token

    private final JdbcClient db;

    RefreshTokens(JdbcClient db) {
        this.db = db;
    }

    /** Begins a family: one login on one device. */
    String start(long accountId) {
        String token = Secret.create();
        db.sql("""
                insert into refresh_token (hash, family, account_id, expires_at)
                values (?, ?, ?, now() + make_interval(secs => ?))""")
          .params(Secret.hash(token), UUID.randomUUID(), accountId, LIFE.toSeconds()).update();
        return token;
    }

    // #region rotate
    /** Empty for a token that is wrong, too old or used. It must not throw. */
    @Transactional
    public Optional<Rotated> rotate(String token) {
        byte[] hash = Secret.hash(token);
        String next = Secret.create();
        var accountId = db.sql("""
                with used as (
                  update refresh_token set used_at = now()
                  where hash = ? and used_at is null and expires_at > now()
                  returning family, account_id, expires_at)
                insert into refresh_token (hash, family, account_id, expires_at)
                select ?, family, account_id, expires_at from used
                returning account_id""")
                .params(hash, Secret.hash(next)).query(Long.class).optional();
        if (accountId.isPresent())
            return accountId.map(id -> new Rotated(id, next));

        int ended = db.sql("""
                update refresh_token set used_at = now() where used_at is null
                and family = (select family from refresh_token
                              where hash = ? and used_at is not null)""")
                .param(hash).update();
        if (ended > 0)
            log.warn("a used refresh token came back; its family is ended");
        return Optional.empty();
    }
    // #endregion rotate

    /** Ends every login of an account. */
    void endAll(long accountId) {
        db.sql("update refresh_token set used_at = now() where account_id = ? and used_at is null")
          .param(accountId).update();
    }
}
