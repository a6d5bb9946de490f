package shop.security;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

@Component
class WebhookSignature {
    private final SecretKeySpec key;
    private final Clock clock = Clock.systemUTC();

    WebhookSignature(@Value("${shop.webhook-secret}") String secret) {
        this.key = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256");
    }

    // #region verify
    boolean accepts(byte[] body, long timestamp, String givenHex) {
        long now = clock.instant().getEpochSecond();
        if (Math.abs(now - timestamp) > 300) return false;
        try {
            byte[] given = HexFormat.of().parseHex(givenHex);
            // In constant time.
            return MessageDigest.isEqual(sign(body, timestamp), given);
        } catch (IllegalArgumentException notHex) {
            return false;
        }
    }

    byte[] sign(byte[] body, long timestamp) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            mac.update((timestamp + ".").getBytes(StandardCharsets.UTF_8));
            return mac.doFinal(body);   // the raw bytes, before any JSON parsing
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
    // #endregion verify
}
