package sekisho.server.wallet;

import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import sekisho.protocol.OperationId;
import sekisho.server.vault.Kind;
import sekisho.server.vault.Token;
import sekisho.server.vault.Vault;

/**
 * What people write beside what they send and ask for. It may be anything about anybody, so that it lies in the vault (decision 196).
 * Any thread.
 */
public final class WrittenWords {
    private static final System.Logger LOG = System.getLogger(WrittenWords.class.getName());
    private static final int AT_ONCE = 200;

    private final JdbcClient jdbc;
    private final Vault vault;

    WrittenWords(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    private record Row(UUID id, String words) {}

    /** Keeps what was written with a transfer; nothing, where nothing was. A repeat changes nothing. */
    public void keep(OperationId operation, String words) {
        if (words.isEmpty() || token(operation).isPresent()) {
            return;
        }
        Token token = vault.token(Kind.WORDS, words);
        int kept = jdbc.sql(
                        "insert into wallet.words (operation, token) values (:operation, :token) on conflict do nothing")
                .param("operation", uuid(operation))
                .param("token", token.value())
                .update();
        if (kept == 0) {
            vault.erase(token);
        }
    }

    /** What was written with a transfer. */
    public Optional<String> with(OperationId operation) {
        return token(operation).flatMap(vault::value);
    }

    private Optional<Token> token(OperationId operation) {
        return jdbc.sql("select token from wallet.words where operation = :operation and token is not null")
                .param("operation", uuid(operation))
                .query((row, _) -> new Token(row.getObject("token", UUID.class)))
                .optional();
    }

    /** Puts words away; null: there are none. */
    public @Nullable UUID put(String words) {
        return words.isEmpty() ? null : vault.token(Kind.WORDS, words).value();
    }

    /** Forgets what was put away. */
    public void forget(@Nullable UUID put) {
        if (put != null) {
            vault.erase(new Token(put));
        }
    }

    /** What was put away; empty where there was nothing. */
    public String of(@Nullable UUID put) {
        return put == null ? "" : vault.value(new Token(put)).orElse("");
    }

    /** Puts away what older versions have left in the tables as it was written, beside everything else. A repeat does nothing. */
    void start() {
        Thread.ofVirtual().name("written-words").start(() -> {
            try {
                putAwayOld("wallet.words", "operation");
                putAwayOld("wallet.requests", "id");
            } catch (RuntimeException e) {
                LOG.log(Level.WARNING, "words of an older version stay as they were written until the next start", e);
            }
        });
    }

    private void putAwayOld(String table, String key) {
        List<Row> old;
        do {
            old = jdbc.sql("select " + key + ", words from " + table + " where words is not null limit :most")
                    .param("most", AT_ONCE)
                    .query((row, _) -> new Row(row.getObject(1, UUID.class), row.getString(2)))
                    .list();
            old.forEach(row -> putAway(table, key, row));
        } while (!old.isEmpty());
    }

    private void putAway(String table, String key, Row row) {
        @Nullable UUID put = put(row.words());
        int moved = jdbc.sql("update " + table + " set words = null, token = :token where " + key
                        + " = :key and words is not null")
                .param("token", put, java.sql.Types.OTHER)
                .param("key", row.id())
                .update();
        if (moved == 0) {
            forget(put);
        }
    }

    private static UUID uuid(OperationId operation) {
        return new UUID(operation.high(), operation.low());
    }
}
