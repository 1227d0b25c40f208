package sekisho.benchmarks;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Calendar days as numbers. */
final class Days {
    private Days() {}

    /** The calendar day of a time, YYYYMMDD, in UTC. */
    static int of(long millis) {
        LocalDate day = Instant.ofEpochMilli(millis).atOffset(ZoneOffset.UTC).toLocalDate();
        return day.getYear() * 10_000 + day.getMonthValue() * 100 + day.getDayOfMonth();
    }
}
