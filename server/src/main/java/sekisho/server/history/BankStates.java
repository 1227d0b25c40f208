package sekisho.server.history;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import sekisho.protocol.BankId;
import sekisho.protocol.BankOperation;
import sekisho.protocol.BookId;

/** The registered banks and their switches: how they stand, and how they came to it. Any thread. */
public final class BankStates {
    private static final String COLUMNS = "bank, operation, open, reason, position, changed_at";

    private final JdbcClient jdbc;
    private final BookId book;

    public BankStates(JdbcClient jdbc, BookId book) {
        this.jdbc = jdbc;
        this.book = book;
    }

    /** How a bank stands; empty: it is not registered. */
    public Optional<BankState> find(BankId bank) {
        return banks(newest("and bank = :bank").param("bank", bank.code())).stream()
                .findFirst();
    }

    /** How all registered banks stand, by code. */
    public List<BankState> all() {
        return banks(newest(""));
    }

    /** All changes of a bank's switches, newest first; at most {@code limit}. */
    public List<SwitchState> changes(BankId bank, int limit) {
        return jdbc.sql("select " + COLUMNS + """
                         from projection.bank_changes
                        where book = :book and bank = :bank
                        order by position desc, request_index desc, event_index desc limit :limit
                        """)
                .param("book", book.value())
                .param("bank", bank.code())
                .param("limit", limit)
                .query((row, _) -> state(row))
                .list();
    }

    private JdbcClient.StatementSpec newest(String which) {
        return jdbc.sql("select distinct on (bank, operation) " + COLUMNS + """
                         from projection.bank_changes
                        where book = :book %s
                        order by bank, operation, position desc, request_index desc, event_index desc
                        """.formatted(which))
                .param("book", book.value());
    }

    /** Rows come by bank, then in the order of the operations' codes; a bank is registered with all three. */
    private static List<BankState> banks(JdbcClient.StatementSpec rows) {
        var switches = rows.query((row, _) -> state(row)).list();
        int operations = BankOperation.values().length;
        var banks = new ArrayList<BankState>(switches.size() / operations);
        for (int i = 0; i + operations <= switches.size(); i += operations) {
            banks.add(new BankState(switches.get(i).bank(), switches.get(i), switches.get(i + 1), switches.get(i + 2)));
        }
        return banks;
    }

    private static SwitchState state(ResultSet row) throws SQLException {
        return new SwitchState(
                new BankId(row.getInt("bank")),
                BankOperation.of(row.getInt("operation")),
                row.getBoolean("open"),
                row.getInt("reason"),
                row.getLong("position"),
                Columns.instant(row, "changed_at"));
    }
}
