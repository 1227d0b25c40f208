package sekisho.server.projection;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import sekisho.protocol.AccountKey;
import sekisho.protocol.AccountKind;
import sekisho.protocol.BookId;
import sekisho.protocol.Currency;
import sekisho.protocol.Event;

/**
 * How accounts stand: those used last in memory, the others in the tables, from where they are loaded many at once.
 * One owner thread.
 */
final class Standings {
    /** Pieces of a load: an array of this many keys is still a small message. */
    private static final int PIECE = 10_000;

    private static final String LOAD = """
            select a.id, a.owner, a.kind, a.currency, a.book, e.sequence, e.balance, e.held, e.expected
            from unnest(?::bigint[], ?::smallint[], ?::text[], ?::integer[]) as w (owner, kind, currency, book)
            join projection.accounts a
              on a.owner = w.owner and a.kind = w.kind and a.currency = w.currency and a.book = w.book
            cross join lateral (
                select sequence, balance, held, expected from projection.entries
                where account_id = a.id order by sequence desc limit 1) e
            """;

    private final int most;
    private final Map<AccountKey, Standing> known = new LinkedHashMap<>(16, 0.75f, true);
    private int lastId;

    /**
     * Nothing in memory.
     *
     * @param most accounts kept in memory between batches
     * @param lastId the last row number that was given out
     */
    Standings(int most, int lastId) {
        this.most = most;
        this.lastId = lastId;
    }

    /** The last row number that was given out. */
    int lastId() {
        return lastId;
    }

    /** Brings the accounts of a batch into memory, as far as they are in the tables. */
    void load(Batch batch, Connection connection) throws SQLException {
        if (known.size() == lastId) {
            return;
        }
        Set<AccountKey> missing = new LinkedHashSet<>();
        Set<AccountKey> begun = new HashSet<>();
        for (Group group : batch.groups()) {
            for (Event event : group.events()) {
                if (event instanceof Event.Entry entry && !known.containsKey(entry.account())) {
                    if (entry.sequence() == 1) {
                        begun.add(entry.account());
                    } else if (!begun.contains(entry.account())) {
                        missing.add(entry.account());
                    }
                }
            }
        }
        List<AccountKey> keys = new ArrayList<>(missing);
        for (int from = 0; from < keys.size(); from += PIECE) {
            load(keys.subList(from, Math.min(keys.size(), from + PIECE)), connection);
        }
    }

    private void load(List<AccountKey> keys, Connection connection) throws SQLException {
        try (var select = connection.prepareStatement(LOAD)) {
            select.setArray(
                    1,
                    connection.createArrayOf(
                            "bigint", keys.stream().map(AccountKey::owner).toArray()));
            select.setArray(
                    2,
                    connection.createArrayOf(
                            "smallint",
                            keys.stream().map(key -> key.kind().code()).toArray()));
            select.setArray(
                    3,
                    connection.createArrayOf(
                            "text",
                            keys.stream().map(key -> key.currency().letters()).toArray()));
            select.setArray(
                    4,
                    connection.createArrayOf(
                            "integer",
                            keys.stream().map(key -> key.book().value()).toArray()));
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    var kind = AccountKind.ofCode(row.getInt(3));
                    var key = new AccountKey(
                            new BookId(row.getInt(5)), kind, row.getLong(2), Currency.of(row.getString(4)));
                    known.put(
                            key,
                            new Standing(
                                    row.getInt(1),
                                    kind,
                                    row.getLong(6),
                                    row.getLong(7),
                                    row.getLong(8),
                                    row.getLong(9)));
                }
            }
        }
    }

    /** How an account stands; null: it had no entry so far. */
    @Nullable
    Standing find(AccountKey account) {
        return known.get(account);
    }

    /** An account that has its first entry now. */
    Standing add(AccountKey account) {
        var standing = new Standing(++lastId, account.kind());
        known.put(account, standing);
        return standing;
    }

    /** Forgets those that were not used for longest, down to the bound. */
    void trim() {
        Iterator<AccountKey> eldest = known.keySet().iterator();
        while (known.size() > most && eldest.hasNext()) {
            eldest.next();
            eldest.remove();
        }
    }
}
