package sekisho.server.history;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import sekisho.protocol.AccountKey;
import sekisho.protocol.AccountKind;
import sekisho.protocol.BookId;

/**
 * How accounts stand. An account that was opened but never had an entry is not here: its balance is 0. Any thread.
 */
public final class Accounts {
    /** Most owners of one look-up. */
    public static final int MOST_OWNERS = 1_000;

    private static final String SELECT = """
            select a.book, a.kind, a.owner, a.currency,
                   e.sequence, e.balance, e.held, e.expected, e.position, e.booked_at
            from projection.accounts a
            cross join lateral (
                select * from projection.entries where account_id = a.id order by sequence desc limit 1) e
            """;

    private final JdbcClient jdbc;
    private final BookId book;

    public Accounts(JdbcClient jdbc, BookId book) {
        this.jdbc = jdbc;
        this.book = book;
    }

    /** How an account stands; empty: it never had an entry, or is not there at all. */
    public Optional<AccountState> find(AccountKey account) {
        return jdbc.sql(SELECT + """
                        where a.owner = :owner and a.kind = :kind and a.currency = :currency and a.book = :book
                        """)
                .param("owner", account.owner())
                .param("kind", account.kind().code())
                .param("currency", account.currency().letters())
                .param("book", account.book().value())
                .query((row, _) -> state(row))
                .optional();
    }

    /** The accounts of a wallet, merchant, bank or of the house (owner 1), one for each currency, first one first. */
    public List<AccountState> of(AccountKind kind, long owner) {
        return ofMany(kind, List.of(owner));
    }

    /**
     * The accounts of many owners, in the order of the owners' numbers.
     *
     * @param owners at most {@link #MOST_OWNERS}
     */
    public List<AccountState> ofMany(AccountKind kind, Collection<Long> owners) {
        if (owners.size() > MOST_OWNERS) {
            throw new IllegalArgumentException("at most " + MOST_OWNERS + " owners are looked up at once");
        }
        return jdbc.sql(SELECT + """
                        where a.owner = any(:owners) and a.kind = :kind and a.book = :book
                        order by a.owner, a.id
                        """)
                .param("owners", owners.toArray(Long[]::new))
                .param("kind", kind.code())
                .param("book", book.value())
                .query((row, _) -> state(row))
                .list();
    }

    private static AccountState state(java.sql.ResultSet row) throws java.sql.SQLException {
        return new AccountState(
                Columns.account(row, ""),
                row.getLong("sequence"),
                row.getLong("balance"),
                row.getLong("held"),
                row.getLong("expected"),
                row.getLong("position"),
                Columns.instant(row, "booked_at"));
    }
}
