package sekisho.server.history;

import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import sekisho.protocol.AccountKey;
import sekisho.protocol.AccountKind;

/**
 * Finds places in an account's history. Booked times never go back within an account, so a place is found by halving
 * between its sequences: some twenty looks by primary key, and no index of its own that every entry would pay for.
 */
final class Sequences {
    /** Each look is a scalar query, which can only be answered by the primary key. */
    private static final String LAST_BOOKED_BEFORE = """
            with recursive probe (low, high) as (
                select cast(0 as bigint), coalesce(
                    (select sequence from projection.entries where account_id = :account
                     order by sequence desc limit 1), 0)
                union all
                select case when earlier then middle else low end,
                       case when earlier then high else middle - 1 end
                from (
                    select low, high, (low + high + 1) / 2 as middle,
                           (select e.booked_at < :at from projection.entries e
                            where e.account_id = :account and e.sequence = (low + high + 1) / 2) as earlier
                    from probe where low < high) look)
            select low from probe where low = high
            """;

    private final JdbcClient jdbc;

    Sequences(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The row number of an account; empty: it never had an entry. */
    Optional<Integer> account(AccountKey account) {
        return jdbc.sql("""
                        select id from projection.accounts
                        where owner = :owner and kind = :kind and currency = :currency and book = :book
                        """)
                .param("owner", account.owner())
                .param("kind", account.kind().code())
                .param("currency", account.currency().letters())
                .param("book", account.book().value())
                .query(Integer.class)
                .optional();
    }

    /** The sequence of the last entry that was booked before a time; 0: there is none. */
    long lastBookedBefore(int account, Instant at) {
        return jdbc.sql(LAST_BOOKED_BEFORE)
                .param("account", account)
                .param("at", Columns.time(at))
                .query(Long.class)
                .single();
    }

    /** The posted balance after an entry; 0 before the first. */
    long balanceAfter(int account, long sequence) {
        return jdbc.sql("select balance from projection.entries where account_id = :account and sequence = :sequence")
                .param("account", account)
                .param("sequence", sequence)
                .query(Long.class)
                .optional()
                .orElse(0L);
    }

    /** What entries booked after a place, but effective before a time, moved: minor units in the normal direction. */
    long movedEarlier(int account, AccountKind kind, long after, Instant before) {
        int grows = kind.normal() == AccountKind.Normal.DEBIT ? 0 : 1;
        return jdbc.sql("""
                        select coalesce(sum(case when side = :grows then amount else -amount end), 0)
                        from projection.entries
                        where account_id = :account and effective_at <> booked_at and effective_at < :before
                          and sequence > :after and kind = 0
                        """)
                .param("account", account)
                .param("grows", grows)
                .param("before", Columns.time(before))
                .param("after", after)
                .query(Long.class)
                .single();
    }
}
