package sekisho.benchmarks.http;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import sekisho.server.database.Database;

/**
 * What must be true of the tables after a load.
 *
 * @param wallets that were opened
 * @param money in all of them together, minor units: transfers do not change it
 * @param sent transfers, from the first to the last
 */
public record HttpVerification(long wallets, long money, SentTransfers sent) {
    private static final String BALANCES = """
            select coalesce(sum(balance) filter (where kind = 1), 0),
                   coalesce(sum(balance) filter (where kind = 3), 0),
                   count(*) filter (where kind = 1)
            from projection.accounts a
            cross join lateral (
                select balance from projection.entries where account_id = a.id order by sequence desc limit 1) last
            where currency = 'XTS'
            """;

    private static final String ENTRIES = """
            select count(*) from projection.entries e join projection.accounts a on a.id = e.account_id
            where a.currency = 'XTS' and a.kind = 1
            """;

    /** Sentences about what is not as it should be. The server has stopped, and had projected everything. */
    public List<String> troubles(Database database) throws SQLException {
        var troubles = new ArrayList<String>();
        try (var connection = database.connect("sekisho bench")) {
            long[] balances = row(connection, BALANCES, 3);
            if (balances[0] != money || balances[1] != money || balances[2] != wallets) {
                troubles.add(String.format(
                        Locale.ROOT,
                        "%,d wallets hold %,d for %,d of funds; %,d wallets were given %,d",
                        balances[2],
                        balances[0],
                        balances[1],
                        wallets,
                        money));
            }
            // Each wallet has an entry of its opening, each transfer made two.
            long transfers = (row(connection, ENTRIES, 1)[0] - wallets) / 2;
            if (transfers < sent.accepted() || transfers > sent.accepted() + sent.unknown()) {
                troubles.add(String.format(
                        Locale.ROOT,
                        "the tables have %,d transfers; %,d were accepted, of %,d the answer is not known",
                        transfers,
                        sent.accepted(),
                        sent.unknown()));
            }
        }
        return troubles;
    }

    private static long[] row(Connection connection, String query, int columns) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            long[] values = new long[columns];
            for (int i = 0; i < columns; i++) {
                values[i] = rows.getLong(i + 1);
            }
            return values;
        }
    }
}
