package sekisho.server.history;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import sekisho.protocol.AccountKey;
import sekisho.protocol.EntryKind;
import sekisho.protocol.Side;

/** The history of accounts. An account that never had an entry has an empty one. Any thread. */
public final class Entries {
    /** Most entries of one page. */
    public static final int MOST = 1_000;

    /** By which time a past balance is asked for. */
    public enum Time {
        /** When the engine booked it. */
        BOOKED,
        /** When it took effect. */
        EFFECTIVE
    }

    private static final String COLUMNS = """
            e.sequence, e.kind as entry_kind, e.side, e.amount, e.balance, e.held, e.expected, e.operation, e.outcome,
            e.position, e.booked_at, e.effective_at, e.counterpart_id,
            c.book as other_book, c.kind as other_kind, c.owner as other_owner, c.currency as other_currency
            from projection.entries e left join projection.accounts c on c.id = e.counterpart_id
            """;

    private final JdbcClient jdbc;
    private final Sequences sequences;

    public Entries(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.sequences = new Sequences(jdbc);
    }

    /**
     * Entries of an account, newest first.
     *
     * @param before where to go on: {@link EntryPage#next} of the page before; 0: from the newest
     * @param limit 1 to {@link #MOST}
     */
    public EntryPage page(AccountKey account, EntryFilter filter, long before, int limit) {
        requireLimit(limit);
        Optional<Integer> id = sequences.account(account);
        if (id.isEmpty()) {
            return new EntryPage(List.of(), 0);
        }
        long newest = before == 0 ? Long.MAX_VALUE : before - 1;
        if (filter.to() != null) {
            newest = Math.min(newest, sequences.lastBookedBefore(id.get(), filter.to()));
        }
        long oldest = filter.from() == null ? 0 : sequences.lastBookedBefore(id.get(), filter.from());
        var found = jdbc.sql("select " + COLUMNS + """
                        where e.account_id = :account and e.sequence > :oldest and e.sequence <= :newest
                          and (:anyKind or e.kind = any(:kinds))
                          and (:anyOutcome or e.outcome = any(:outcomes))
                          and (cast(:operation as uuid) is null or e.operation = :operation)
                          and e.amount between :least and :most
                        order by e.sequence desc limit :limit
                        """)
                .param("account", id.get())
                .param("oldest", oldest)
                .param("newest", newest)
                .param("anyKind", filter.kinds().isEmpty())
                .param("kinds", filter.kinds().stream().map(kind -> kind.code()).toArray(Integer[]::new))
                .param("anyOutcome", filter.outcomes().isEmpty())
                .param(
                        "outcomes",
                        filter.outcomes().stream().map(kind -> kind.code()).toArray(Integer[]::new))
                .param("operation", filter.operation() == null ? null : Columns.uuid(filter.operation()))
                .param("least", filter.least())
                .param("most", filter.most())
                .param("limit", limit + 1)
                .query((row, _) -> entry(account, row))
                .list();
        return found.size() <= limit
                ? new EntryPage(found, 0)
                : new EntryPage(found.subList(0, limit), found.get(limit - 1).sequence());
    }

    /**
     * What was booked on an account in a period, with the balances at its two ends.
     *
     * @param after where to go on: {@link Statement#next} of the page before; 0: from the period's start
     * @param limit 1 to {@link #MOST} entries
     */
    public Statement statement(AccountKey account, Instant from, Instant to, long after, int limit) {
        requireLimit(limit);
        Optional<Integer> id = sequences.account(account);
        if (id.isEmpty()) {
            return new Statement(account, from, to, 0, 0, List.of(), 0);
        }
        long before = sequences.lastBookedBefore(id.get(), from);
        long last = Math.max(before, sequences.lastBookedBefore(id.get(), to));
        var found = jdbc.sql("select " + COLUMNS + """
                        where e.account_id = :account and e.sequence > :first and e.sequence <= :last and e.kind = 0
                        order by e.sequence limit :limit
                        """)
                .param("account", id.get())
                .param("first", Math.max(before, after))
                .param("last", last)
                .param("limit", limit + 1)
                .query((row, _) -> entry(account, row))
                .list();
        boolean more = found.size() > limit;
        return new Statement(
                account,
                from,
                to,
                sequences.balanceAfter(id.get(), before),
                sequences.balanceAfter(id.get(), last),
                more ? found.subList(0, limit) : found,
                more ? found.get(limit - 1).sequence() : 0);
    }

    /** The posted balance of an account at the end of a millisecond, minor units, in its normal direction. */
    public long balanceAt(AccountKey account, Instant at, Time by) {
        Optional<Integer> id = sequences.account(account);
        if (id.isEmpty()) {
            return 0;
        }
        Instant end = Instant.ofEpochMilli(at.toEpochMilli() + 1);
        long last = sequences.lastBookedBefore(id.get(), end);
        long booked = sequences.balanceAfter(id.get(), last);
        return switch (by) {
            case BOOKED -> booked;
            case EFFECTIVE -> booked + sequences.movedEarlier(id.get(), account.kind(), last, end);
        };
    }

    private static void requireLimit(int limit) {
        if (limit < 1 || limit > MOST) {
            throw new IllegalArgumentException("a page has 1 to " + MOST + " entries");
        }
    }

    private static BookedEntry entry(AccountKey account, ResultSet row) throws SQLException {
        return new BookedEntry(
                account,
                row.getLong("sequence"),
                EntryKind.of(row.getInt("entry_kind")),
                Side.of(row.getInt("side")),
                row.getLong("amount"),
                row.getLong("balance"),
                row.getLong("held"),
                row.getLong("expected"),
                row.getInt("counterpart_id") == 0 ? null : Columns.account(row, "other_"),
                Columns.operation(row, "operation"),
                Columns.outcomeOrNone(row, "outcome"),
                row.getLong("position"),
                Columns.instant(row, "booked_at"),
                Columns.instant(row, "effective_at"));
    }
}
