package shop.types;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/** A moment, a day on the calendar, and the zone that leads from one to the other. */
public final class TimesDemo {
    private TimesDemo() {}

    public static void main(String[] args) {
        // #region times
        var vienna = ZoneId.of("Europe/Vienna");
        Instant paid = Instant.parse("2026-10-31T23:30:00Z");  // one moment, everywhere
        show("day in Vienna", paid.atZone(vienna).toLocalDate());
        var newYork = ZoneId.of("America/New_York");
        show("day in New York", paid.atZone(newYork).toLocalDate());

        var before = ZonedDateTime.of(LocalDateTime.of(2026, 10, 24, 12, 0), vienna);
        // The clock shows noon again; but the night had 25 hours.
        show("plus 1 day", before.plusDays(1));
        show("plus 24 hours", before.plus(Duration.ofHours(24)));

        LocalDate ordered = LocalDate.of(2026, 1, 31);
        show("a month later", ordered.plus(Period.ofMonths(1)));
        show("invalid", tryParse("2026-02-30"));
        // #endregion times
    }

    private static String tryParse(String text) {
        try {
            return LocalDate.parse(text).toString();
        } catch (java.time.DateTimeException e) {
            return e.getMessage();
        }
    }

    private static void show(String what, Object value) {
        System.out.printf("%-16s %s%n", what, value);
    }
}
