package shop.auth.session;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

// #region secret
/** A token that nobody can guess. Only its hash is stored. */
final class Secret {
    private static final SecureRandom RANDOM = new SecureRandom();

    static String create() {
        var bytes = new byte[32];                       // 256 bits
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** No bcrypt: nobody can try 2²⁵⁶ values, however quick each try is. */
    static byte[] hash(String secret) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(secret.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
    // #endregion secret

    private Secret() {}
}
