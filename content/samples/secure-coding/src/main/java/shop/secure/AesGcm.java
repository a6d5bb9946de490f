package shop.secure;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.KeyGenerator;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/** AES-256-GCM. The result is nonce (12 bytes), ciphertext and tag (16 bytes). */
final class AesGcm {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private AesGcm() {}

    static SecretKey newKey() {
        try {
            KeyGenerator generator = KeyGenerator.getInstance("AES");
            generator.init(256, RANDOM);
            return generator.generateKey();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    // #region gcm
    static byte[] encrypt(SecretKey key, byte[] plain, byte[] context) {
        byte[] nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce); // a fresh one for every call
        byte[] sealed = run(Cipher.ENCRYPT_MODE, key, nonce, context, plain, 0);
        return ByteBuffer.allocate(nonce.length + sealed.length)
                .put(nonce).put(sealed).array();
    }

    static byte[] decrypt(SecretKey key, byte[] message, byte[] context) {
        byte[] nonce = java.util.Arrays.copyOf(message, NONCE_BYTES);
        return run(Cipher.DECRYPT_MODE, key, nonce, context, message, NONCE_BYTES);
    }

    private static byte[] run(int mode, SecretKey key, byte[] nonce,
                              byte[] context, byte[] in, int from) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            // Not secret, but must be the same when decrypting.
            cipher.updateAAD(context);
            return cipher.doFinal(in, from, in.length - from);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("encryption failed", e);
        }
    }
    // #endregion gcm
}
