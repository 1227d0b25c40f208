package sekisho.server.vault;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Values and their tokens, in the schema {@code vault}. Any thread. */
public final class Vault {
    private static final int MOST_LENGTH = 1_000;

    private final JdbcClient jdbc;
    private final VaultKeys keys;
    private final Sealing sealing;

    public Vault(JdbcClient jdbc, VaultKeys keys) {
        this.jdbc = jdbc;
        this.keys = keys;
        this.sealing = new Sealing(keys);
    }

    private record Row(Token token, Kind kind, String value) {}

    /** The token of a value. A new one, unless the kind is shared and the value is there already. */
    public Token token(Kind kind, String value) {
        if (value.length() > MOST_LENGTH) {
            throw new IllegalArgumentException("a value has at most " + MOST_LENGTH + " characters");
        }
        Optional<Token> known = find(kind, value);
        if (known.isPresent()) {
            return known.get();
        }
        var token = new Token(UUID.randomUUID());
        int key = keys.newest();
        int made = jdbc.sql("""
                        insert into vault.entries (token, kind, key_id, value_index, value)
                        values (:token, :kind, :key, :index, :value) on conflict do nothing
                        """)
                .param("token", token.value())
                .param("kind", kind.name())
                .param("key", key)
                .param("index", kind.shared() ? sealing.index(key, kind, value) : null, java.sql.Types.BINARY)
                .param("value", sealing.seal(key, token, kind, value))
                .update();
        // Somebody else was quicker with the same value.
        return made == 1 ? token : find(kind, value).orElseThrow();
    }

    /** The token that a value of a shared kind has. */
    public Optional<Token> find(Kind kind, String value) {
        if (!kind.shared()) {
            return Optional.empty();
        }
        for (int key : keys.numbers()) {
            var found = jdbc.sql(
                            "select token from vault.entries where kind = :kind and key_id = :key and value_index = :index")
                    .param("kind", kind.name())
                    .param("key", key)
                    .param("index", sealing.index(key, kind, value))
                    .query((row, _) -> new Token(row.getObject(1, UUID.class)))
                    .optional();
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /** The value behind a token; empty: it was erased, or there never was one. */
    public Optional<String> value(Token token) {
        return jdbc.sql("select token, kind, key_id, value from vault.entries where token = :token")
                .param("token", token.value())
                .query((row, _) -> row(row))
                .optional()
                .map(Row::value);
    }

    /** Forgets a value. Nobody may refer to its token any more. */
    public void erase(Token token) {
        jdbc.sql("delete from vault.entries where token = :token")
                .param("token", token.value())
                .update();
    }

    /**
     * Seals and indexes some values of older keys under the newest; to be called until it says 0. Each value by itself: whoever stops in
     * between has lost nothing. Values under keys that are newer than this server's stay as they are.
     *
     * @return how many
     */
    public int renew(int atMost) {
        List<Row> old = jdbc.sql("select token, kind, key_id, value from vault.entries where key_id < :key limit :most")
                .param("key", keys.newest())
                .param("most", atMost)
                .query((row, _) -> row(row))
                .list();
        old.forEach(this::renew);
        return old.size();
    }

    private void renew(Row row) {
        int key = keys.newest();
        jdbc.sql("update vault.entries set key_id = :key, value_index = :index, value = :value where token = :token")
                .param("key", key)
                .param(
                        "index",
                        row.kind().shared() ? sealing.index(key, row.kind(), row.value()) : null,
                        java.sql.Types.BINARY)
                .param("value", sealing.seal(key, row.token(), row.kind(), row.value()))
                .param("token", row.token().value())
                .update();
    }

    private Row row(ResultSet row) throws SQLException {
        var token = new Token(row.getObject("token", UUID.class));
        var kind = Kind.valueOf(row.getString("kind"));
        return new Row(token, kind, sealing.open(row.getInt("key_id"), token, kind, row.getBytes("value")));
    }
}
