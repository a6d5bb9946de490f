package shop.message;

import java.time.Duration;

// #region interface
/** A role: any class may take it, whatever its parent is. */
public interface Urgent {
    default Duration deadline() {
        return Duration.ofMinutes(5);
    }
}
// #endregion interface
