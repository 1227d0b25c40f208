package sekisho.server.history;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import sekisho.protocol.AccountKey;
import sekisho.protocol.EntryKind;
import sekisho.protocol.OutcomeKind;
import sekisho.protocol.Side;

/** What went in and out of an account, summed. Any thread. */
public final class Flows {
    private static final Integer[] SPENT = {
        OutcomeKind.PAYMENT_PAID.code(), OutcomeKind.PAYMENT_CAPTURED.code(), OutcomeKind.TRANSFER_SENT.code()
    };

    private final JdbcClient jdbc;
    private final Sequences sequences;

    public Flows(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.sequences = new Sequences(jdbc);
    }

    /**
     * Sums over a period, minor units.
     *
     * @param in what was credited
     * @param out what was debited
     */
    public record Sums(long in, long out) {}

    /** What was booked on a wallet from a time on. */
    public Sums since(AccountKey account, Instant from) {
        Optional<Integer> id = sequences.account(account);
        if (id.isEmpty()) {
            return new Sums(0, 0);
        }
        return jdbc.sql("""
                        select coalesce(sum(amount) filter (where side = :credit), 0),
                               coalesce(sum(amount) filter (where side = :debit), 0)
                        from projection.entries where account_id = :account and sequence > :first and kind = :posted
                        """)
                .param("credit", Side.CREDIT.code())
                .param("debit", Side.DEBIT.code())
                .param("account", id.get())
                .param("first", sequences.lastBookedBefore(id.get(), from))
                .param("posted", EntryKind.POSTED.code())
                .query((row, _) -> new Sums(row.getLong(1), row.getLong(2)))
                .single();
    }

    /** What was paid in shops and sent to people, by month, from a time on. A month without any is left out. */
    public Map<YearMonth, Long> spent(AccountKey account, Instant from, ZoneId zone) {
        var months = new TreeMap<YearMonth, Long>();
        Optional<Integer> id = sequences.account(account);
        if (id.isPresent()) {
            jdbc.sql("""
                            select to_char(booked_at at time zone :zone, 'YYYY-MM'), sum(amount)
                            from projection.entries
                            where account_id = :account and sequence > :first and kind = :posted and side = :debit
                              and outcome = any(:spent)
                            group by 1
                            """)
                    .param("zone", zone.getId())
                    .param("account", id.get())
                    .param("first", sequences.lastBookedBefore(id.get(), from))
                    .param("posted", EntryKind.POSTED.code())
                    .param("debit", Side.DEBIT.code())
                    .param("spent", SPENT)
                    .query((row, _) -> Map.entry(YearMonth.parse(row.getString(1)), row.getLong(2)))
                    .list()
                    .forEach(entry -> months.put(entry.getKey(), entry.getValue()));
        }
        return months;
    }
}
