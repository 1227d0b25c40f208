package sekisho.server.history;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import sekisho.protocol.AccountKey;
import sekisho.protocol.AccountKind;
import sekisho.protocol.BookId;
import sekisho.protocol.Currency;
import sekisho.protocol.OperationId;
import sekisho.protocol.OutcomeKind;

/** Columns of the projection as the protocol's types, and back. */
final class Columns {
    private Columns() {}

    static OperationId operation(ResultSet row, String column) throws SQLException {
        UUID uuid = row.getObject(column, UUID.class);
        return new OperationId(uuid.getMostSignificantBits(), uuid.getLeastSignificantBits());
    }

    static UUID uuid(OperationId operation) {
        return new UUID(operation.high(), operation.low());
    }

    static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    /** Null where the column says infinity. */
    static @Nullable Instant instantOrNone(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return OffsetDateTime.MAX.equals(time) ? null : time.toInstant();
    }

    static Currency currency(ResultSet row, String column) throws SQLException {
        String letters = row.getString(column).strip();
        return letters.isEmpty() ? Currency.NONE : letters.equals("JPY") ? Currency.JPY : Currency.of(letters);
    }

    /** The account whose columns have a prefix: book, kind, owner, currency. */
    static AccountKey account(ResultSet row, String prefix) throws SQLException {
        return new AccountKey(
                new BookId(row.getInt(prefix + "book")),
                AccountKind.ofCode(row.getInt(prefix + "kind")),
                row.getLong(prefix + "owner"),
                currency(row, prefix + "currency"));
    }

    /** Null where the column is 0: time passed. */
    static @Nullable OutcomeKind outcomeOrNone(ResultSet row, String column) throws SQLException {
        int code = row.getInt(column);
        return code == 0 ? null : OutcomeKind.ofCode(code);
    }
}
