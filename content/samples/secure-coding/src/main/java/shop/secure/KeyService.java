package shop.secure;

import java.util.Map;
import java.util.TreeMap;
import javax.crypto.SecretKey;

/** Stands in for a KMS or Vault's transit engine: keys go in by number and never come out. */
// #region keys
public class KeyService {
    private final TreeMap<Integer, SecretKey> masterKeys = new TreeMap<>(Map.of(1, AesGcm.newKey()));

    public record WrappedKey(int version, byte[] bytes) {}

    public synchronized WrappedKey wrap(byte[] dataKey) {
        var newest = masterKeys.lastEntry();
        return new WrappedKey(newest.getKey(), AesGcm.encrypt(newest.getValue(), dataKey, context(newest.getKey())));
    }

    public synchronized byte[] unwrap(WrappedKey wrapped) {
        SecretKey master = masterKeys.get(wrapped.version());
        if (master == null) throw new IllegalStateException("master key " + wrapped.version() + " is gone");
        return AesGcm.decrypt(master, wrapped.bytes(), context(wrapped.version()));
    }

    public synchronized void rotate() {
        masterKeys.put(masterKeys.lastKey() + 1, AesGcm.newKey());
    }
    // #endregion keys

    public synchronized void destroy(int version) {
        masterKeys.remove(version);
    }

    private static byte[] context(int version) {
        return ("data-key:v" + version).getBytes(java.nio.charset.StandardCharsets.UTF_8);
    }
}
