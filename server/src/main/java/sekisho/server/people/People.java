package sekisho.server.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import sekisho.protocol.WalletId;

/** Everybody, in the schema {@code people}. Any thread. */
public final class People {
    private static final String SELECT =
            "select id, handle, language, wallet, wallet_opened, created_at, closed_at from people.persons ";

    private final JdbcClient jdbc;

    public People(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void add(PersonId id, String language, Instant now) {
        jdbc.sql("insert into people.persons (id, language, created_at) values (:id, :language, :now)")
                .param("id", id.value())
                .param("language", language)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    public Optional<Person> find(PersonId id) {
        return jdbc.sql(SELECT + "where id = :id")
                .param("id", id.value())
                .query((row, _) -> person(row))
                .optional();
    }

    public Optional<Person> byHandle(Handle handle) {
        return jdbc.sql(SELECT + "where handle = :handle")
                .param("handle", handle.text())
                .query((row, _) -> person(row))
                .optional();
    }

    /** Whose wallets these are; wallets of nobody are left out. */
    public List<Person> byWallets(Collection<WalletId> wallets) {
        return jdbc.sql(SELECT + "where wallet = any(:wallets)")
                .param("wallets", wallets.stream().map(WalletId::value).toArray(Long[]::new))
                .query((row, _) -> person(row))
                .list();
    }

    /** Gives a person a handle, once; false: somebody has it already. */
    public boolean choose(PersonId id, Handle handle) {
        try {
            return jdbc.sql("update people.persons set handle = :handle where id = :id and handle is null")
                            .param("handle", handle.text())
                            .param("id", id.value())
                            .update()
                    == 1;
        } catch (DuplicateKeyException taken) {
            return false;
        }
    }

    /** The number of the wallet that a person has or is going to have. */
    public WalletId wallet(PersonId id, WalletId ifNone) {
        jdbc.sql("update people.persons set wallet = :wallet where id = :id and wallet is null")
                .param("wallet", ifNone.value())
                .param("id", id.value())
                .update();
        return new WalletId(jdbc.sql("select wallet from people.persons where id = :id")
                .param("id", id.value())
                .query(Long.class)
                .single());
    }

    /** The engine has the wallet. */
    public void opened(PersonId id) {
        jdbc.sql("update people.persons set wallet_opened = true where id = :id")
                .param("id", id.value())
                .update();
    }

    public void speak(PersonId id, String language) {
        jdbc.sql("update people.persons set language = :language where id = :id")
                .param("language", language)
                .param("id", id.value())
                .update();
    }

    /** Somebody closed the wallet for good. */
    public void close(PersonId id, Instant now) {
        jdbc.sql("update people.persons set closed_at = :now where id = :id and closed_at is null")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("id", id.value())
                .update();
    }

    private static Person person(ResultSet row) throws SQLException {
        String handle = row.getString("handle");
        long wallet = row.getLong("wallet");
        return new Person(
                new PersonId(row.getObject("id", UUID.class)),
                handle == null ? null : new Handle(handle),
                row.getString("language"),
                wallet == 0 ? null : new WalletId(wallet),
                row.getBoolean("wallet_opened"),
                Times.instant(row, "created_at"),
                Times.orNull(row, "closed_at"));
    }

    /** Times of rows. */
    static final class Times {
        private Times() {}

        static Instant instant(ResultSet row, String column) throws SQLException {
            return row.getObject(column, java.time.OffsetDateTime.class).toInstant();
        }

        static @Nullable Instant orNull(ResultSet row, String column) throws SQLException {
            var time = row.getObject(column, java.time.OffsetDateTime.class);
            return time == null ? null : time.toInstant();
        }
    }
}
