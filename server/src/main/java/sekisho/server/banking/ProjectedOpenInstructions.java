package sekisho.server.banking;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import javax.sql.DataSource;
import sekisho.protocol.BankId;
import sekisho.protocol.BankOperation;
import sekisho.protocol.Currency;
import sekisho.protocol.Event.InstructionChanged;
import sekisho.protocol.InstructionStatus;
import sekisho.protocol.Money;
import sekisho.protocol.OperationId;
import sekisho.protocol.WalletId;

/**
 * Open instructions as the projection shows them: what is shown and the position that it belongs to are of one moment.
 * Any thread; a database that is away is an {@link IllegalStateException}, and the question is asked again.
 */
final class ProjectedOpenInstructions implements OpenInstructions {
    private static final int ROWS_AT_A_TIME = 1_000;
    private static final long NEVER = 0;
    private static final String OPEN = """
            select c.* from projection.open_instructions o
            cross join lateral (
                select instruction, status, operation, bank, wallet, link, amount, currency, until_at
                from projection.instruction_changes
                where instruction = o.instruction
                order by position desc, request_index desc, event_index desc limit 1) c
            """;

    private final DataSource database;

    ProjectedOpenInstructions(DataSource database) {
        this.database = database;
    }

    @Override
    public long show(Consumer<InstructionChanged> to) {
        return inOneMoment(connection -> {
            long position = position(connection);
            try (var statement = connection.prepareStatement(OPEN + "order by o.position, o.instruction")) {
                statement.setFetchSize(ROWS_AT_A_TIME);
                try (var rows = statement.executeQuery()) {
                    while (rows.next()) {
                        to.accept(change(rows));
                    }
                }
            }
            return position;
        });
    }

    @Override
    public List<InstructionChanged> oldest(BankId bank, int atMost) {
        return inOneMoment(connection -> {
            try (var statement =
                    connection.prepareStatement(OPEN + "where o.bank = ? order by o.position, o.instruction limit ?")) {
                statement.setInt(1, bank.code());
                statement.setInt(2, atMost);
                try (var rows = statement.executeQuery()) {
                    var oldest = new ArrayList<InstructionChanged>();
                    while (rows.next()) {
                        oldest.add(change(rows));
                    }
                    return oldest;
                }
            }
        });
    }

    private static long position(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("select position from projection.progress")) {
            if (!row.next()) {
                throw new IllegalStateException("projection.progress must have one row");
            }
            return row.getLong(1);
        }
    }

    private static InstructionChanged change(ResultSet row) throws SQLException {
        String letters = row.getString("currency");
        return new InstructionChanged(
                operation(row, "instruction"),
                InstructionStatus.of(row.getInt("status")),
                BankOperation.of(row.getInt("operation")),
                new BankId(row.getInt("bank")),
                new WalletId(row.getLong("wallet")),
                operation(row, "link"),
                new Money(row.getLong("amount"), Currency.of(letters)),
                until(row.getObject("until_at", OffsetDateTime.class)));
    }

    private static OperationId operation(ResultSet row, String column) throws SQLException {
        UUID uuid = row.getObject(column, UUID.class);
        return new OperationId(uuid.getMostSignificantBits(), uuid.getLeastSignificantBits());
    }

    /** A time that does not exist is infinity there. */
    private static long until(OffsetDateTime time) {
        return time.equals(OffsetDateTime.MAX) ? NEVER : time.toInstant().toEpochMilli();
    }

    /** Something that is read on one connection. */
    private interface Reading<T> {
        T of(Connection connection) throws SQLException;
    }

    private <T> T inOneMoment(Reading<T> reading) {
        try (var connection = database.getConnection()) {
            connection.setReadOnly(true);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setAutoCommit(false);
            try {
                return reading.of(connection);
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the open instructions cannot be read: " + e.getMessage(), e);
        }
    }
}
