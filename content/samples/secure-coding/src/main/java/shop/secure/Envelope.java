package shop.secure;

import java.nio.charset.StandardCharsets;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** Encrypts one column value, such as a customer's IBAN for refunds. */
// #region envelope
public class Envelope {
    private final KeyService keys;

    public Envelope(KeyService keys) {
        this.keys = keys;
    }

    public record Sealed(KeyService.WrappedKey key, byte[] message) {}

    public Sealed seal(long customerId, String iban) {
        SecretKey dataKey = AesGcm.newKey(); // one key a row
        byte[] message =
                AesGcm.encrypt(dataKey, bytes(iban), context(customerId));
        return new Sealed(keys.wrap(dataKey.getEncoded()), message);
    }

    public String open(long customerId, Sealed sealed) {
        var dataKey = new SecretKeySpec(keys.unwrap(sealed.key()), "AES");
        byte[] plain =
                AesGcm.decrypt(dataKey, sealed.message(), context(customerId));
        return new String(plain, StandardCharsets.UTF_8);
    }

    /**
     * After a rotation: 32 bytes are encrypted anew, the data stays as it is.
     */
    public Sealed rewrap(Sealed sealed) {
        return new Sealed(
                keys.wrap(keys.unwrap(sealed.key())), sealed.message());
    }
    // #endregion envelope

    private static byte[] context(long customerId) {
        return bytes("customer:" + customerId + ":iban");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
