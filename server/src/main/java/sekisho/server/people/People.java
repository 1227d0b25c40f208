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
import sekisho.server.vault.Token;

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

    /**
     * Who may be found by a telephone number: whoever proved it last, if he lets himself be found. Numbers are given to others after a
     * while, so an earlier owner is never found.
     *
     * @param phone its token; one that nobody has is looked for just as long
     */
    public Optional<Person> byPhone(Token phone) {
        return jdbc.sql(SELECT + """
                        where id = (select person from people.contacts
                                    where token = :token and kind = 'PHONE' and proved_at is not null and replaced_at is null
                                    order by proved_at desc limit 1)
                          and found_by_phone and closed_at is null
                        """)
                .param("token", phone.value())
                .query((row, _) -> person(row))
                .optional();
    }

    /** Whether a person may be found by telephone number. */
    public boolean isFoundByPhone(PersonId id) {
        return jdbc.sql("select found_by_phone from people.persons where id = :id")
                .param("id", id.value())
                .query(Boolean.class)
                .single();
    }

    /** Lets a person be found by telephone number, or not any more. */
    public void findByPhone(PersonId id, boolean found) {
        jdbc.sql("update people.persons set found_by_phone = :found where id = :id")
                .param("found", found)
                .param("id", id.value())
                .update();
    }

    /** Some wallets that are open, other than this one. */
    public List<WalletId> others(WalletId wallet, int atMost) {
        return jdbc.sql("""
                        select wallet from people.persons
                        where wallet_opened and closed_at is null and wallet <> :wallet limit :most
                        """)
                .param("wallet", wallet.value())
                .param("most", atMost)
                .query((row, _) -> new WalletId(row.getLong(1)))
                .list();
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
