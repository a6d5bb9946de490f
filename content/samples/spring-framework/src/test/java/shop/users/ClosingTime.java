package shop.users;

import java.time.LocalTime;

/** A class that the audit aspect wraps, with one method that no proxy can override. */
class ClosingTime {
    private final LocalTime time = LocalTime.of(18, 0);

    @Audited("closing-time.read")
    public LocalTime read() {
        return time;
    }

    public final int hour() {
        return time.getHour();
    }
}
