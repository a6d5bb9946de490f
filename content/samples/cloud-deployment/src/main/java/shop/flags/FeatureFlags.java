package shop.flags;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.zip.CRC32;

/** Release switches: code is deployed long before customers see it. */
public final class FeatureFlags {

    public record Flag(boolean enabled, int percent, Set<Long> always) {}

    private final AtomicReference<Map<String, Flag>> flags = new AtomicReference<>(Map.of());

    /** Called by whatever polls the flag store; readers never see half a change. */
    public void replace(Map<String, Flag> latest) {
        flags.set(Map.copyOf(latest));
    }

    // #region decide
    public boolean isOn(String name, long customerId) {
        Flag flag = flags.get().get(name);
        if (flag == null || !flag.enabled()) {
            return false;                   // unknown or switched off: the old path
        }
        return flag.always().contains(customerId)
                || bucket(name, customerId) < flag.percent();
    }

    /** 0 to 99, the same on every instance, and different for every flag. */
    static int bucket(String name, long customerId) {
        CRC32 crc = new CRC32();
        crc.update((name + ':' + customerId).getBytes(StandardCharsets.UTF_8));
        return (int) (crc.getValue() % 100);
    }
    // #endregion decide
}
