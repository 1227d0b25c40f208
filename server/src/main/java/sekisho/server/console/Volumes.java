package sekisho.server.console;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import sekisho.protocol.BankOperation;
import sekisho.protocol.InstructionStatus;
import sekisho.server.pages.Visit;

/** What top-ups brought and cash-outs took, by day, over all banks. Read anew every minute at most. Any thread. */
final class Volumes {
    static final int DAYS = 14;

    private static final Duration KEPT = Duration.ofMinutes(1);
    private static final String CURRENCY = "JPY";

    private final JdbcClient jdbc;
    private final Cache<LocalDate, Map<LocalDate, Sums>> kept =
            Caffeine.newBuilder().maximumSize(2).expireAfterWrite(KEPT).build();

    Volumes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Sums(long in, long out) {}

    /** The last days, today last; a day without any is there, too. */
    VolumeChart last(Visit visit) {
        LocalDate today = visit.times().date(visit.now());
        LocalDate first = today.minusDays(DAYS - 1L);
        Map<LocalDate, Sums> found = kept.get(first, from -> read(from, visit.zone()));
        var days = new ArrayList<VolumeChart.Day>();
        for (int i = 0; i < DAYS; i++) {
            LocalDate date = first.plusDays(i);
            Sums sums = found.getOrDefault(date, new Sums(0, 0));
            var noon = date.atTime(12, 0).atZone(visit.zone()).toInstant();
            days.add(new VolumeChart.Day(visit.times().shortDay(noon), sums.in(), sums.out()));
        }
        return VolumeChart.of(List.copyOf(days));
    }

    private Map<LocalDate, Sums> read(LocalDate first, ZoneId zone) {
        var found = new TreeMap<LocalDate, Sums>();
        jdbc.sql("""
                        select (changed_at at time zone :zone)::date as day,
                               coalesce(sum(amount) filter (where operation = :in), 0)::bigint as in_yen,
                               coalesce(sum(amount) filter (where operation <> :in), 0)::bigint as out_yen
                        from projection.instruction_changes
                        where changed_at >= :since and currency = :currency and status = :settled
                        group by 1
                        """)
                .param("zone", zone.getId())
                .param("in", BankOperation.TOP_UPS.code())
                .param("since", first.atStartOfDay(zone).toOffsetDateTime())
                .param("currency", CURRENCY)
                .param("settled", InstructionStatus.SETTLED.code())
                .query(row -> {
                    found.put(
                            row.getObject("day", LocalDate.class),
                            new Sums(row.getLong("in_yen"), row.getLong("out_yen")));
                });
        return Map.copyOf(found);
    }
}
