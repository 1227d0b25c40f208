package sekisho.server.console;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import sekisho.protocol.BankId;
import sekisho.protocol.BankOperation;
import sekisho.protocol.InstructionStatus;

/** What happened at each bank today, and what is open there. Read anew every few seconds at most. Any thread. */
final class BankFigures {
    private static final Duration KEPT = Duration.ofSeconds(3);

    private final JdbcClient jdbc;
    private final Cache<Instant, Map<BankId, Figures>> kept =
            Caffeine.newBuilder().maximumSize(4).expireAfterWrite(KEPT).build();

    BankFigures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * One bank's; yen.
     *
     * @param in what settled top-ups brought today
     * @param out what settled cash-outs took today
     * @param settled how many of both
     * @param declined how many the bank refused
     * @param doubtful in doubt now
     * @param waiting requested or claimed now
     * @param open the sum of what is in flight
     */
    record Figures(long in, long out, long settled, long declined, long doubtful, long waiting, long open) {
        static final Figures NONE = new Figures(0, 0, 0, 0, 0, 0, 0);

        Figures and(Figures more) {
            return new Figures(
                    in + more.in,
                    out + more.out,
                    settled + more.settled,
                    declined + more.declined,
                    doubtful + more.doubtful,
                    waiting + more.waiting,
                    open + more.open);
        }

        long inFlight() {
            return doubtful + waiting;
        }
    }

    /** By bank; banks where nothing happened are left out. */
    Map<BankId, Figures> since(Instant midnight) {
        return kept.get(midnight, this::read);
    }

    private Map<BankId, Figures> read(Instant midnight) {
        var found = new HashMap<BankId, Figures>();
        jdbc.sql("""
                        select bank, operation, status, count(*) as count, coalesce(sum(amount), 0)::bigint as yen
                        from projection.instruction_changes
                        where changed_at >= :since and currency = 'JPY' and status in (3, 4)
                        group by bank, operation, status
                        union all
                        select o.bank, o.operation, c.status, count(*), coalesce(sum(c.amount), 0)::bigint
                        from projection.open_instructions o
                        cross join lateral (select status, amount from projection.instruction_changes
                            where instruction = o.instruction
                            order by position desc, request_index desc, event_index desc limit 1) c
                        group by o.bank, o.operation, c.status
                        """).param("since", midnight.atOffset(ZoneOffset.UTC)).query(row -> {
            found.merge(
                    new BankId(row.getInt("bank")),
                    figures(
                            BankOperation.of(row.getInt("operation")),
                            InstructionStatus.of(row.getInt("status")),
                            row.getLong("count"),
                            row.getLong("yen")),
                    Figures::and);
        });
        return Map.copyOf(found);
    }

    private static Figures figures(BankOperation operation, InstructionStatus status, long count, long yen) {
        return switch (status) {
            case SETTLED ->
                operation == BankOperation.TOP_UPS
                        ? new Figures(yen, 0, count, 0, 0, 0, 0)
                        : new Figures(0, yen, count, 0, 0, 0, 0);
            case DECLINED -> new Figures(0, 0, 0, count, 0, 0, 0);
            case IN_DOUBT -> new Figures(0, 0, 0, 0, count, 0, yen);
            case REQUESTED, CLAIMED -> new Figures(0, 0, 0, 0, 0, count, yen);
            case WITHDRAWN -> Figures.NONE;
        };
    }
}
