package sekisho.server.banking;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import sekisho.bank.AccountToken;
import sekisho.protocol.OperationId;

/** The accounts of links in PostgreSQL. A link's account is written once and never changed. Any thread. */
public final class StoredLinkedAccounts implements LinkedAccounts {
    private static final int UNSEALED = 0;

    private final JdbcClient database;

    StoredLinkedAccounts(JdbcClient database) {
        this.database = database;
    }

    /**
     * Says which account a link means. Durable when this returns.
     *
     * @return false: it means another one, and nothing was changed
     */
    public boolean give(OperationId link, AccountToken account) {
        int added = database.sql("""
                        insert into banking.linked_accounts (link, account, account_digest)
                        values (:link, :account, decode(:digest, 'hex'))
                        on conflict (link) do nothing
                        """)
                .param("link", uuid(link))
                .param("account", bytes(account))
                .param("digest", digest(account))
                .update();
        return added == 1 || account(link).equals(Optional.of(account));
    }

    @Override
    public Optional<AccountToken> account(OperationId link) {
        return database.sql("select account, sealed_with from banking.linked_accounts where link = :link")
                .param("link", uuid(link))
                .query((row, _) -> {
                    if (row.getInt("sealed_with") != UNSEALED) {
                        throw new IllegalStateException("this version cannot read sealed accounts");
                    }
                    return token(row.getBytes("account"));
                })
                .optional();
    }

    /** The links that mean an account, oldest first: by rights one at most. */
    public List<OperationId> links(String digest) {
        return database.sql(
                        "select link from banking.linked_accounts where account_digest = decode(:digest, 'hex') order by given_at, link")
                .param("digest", digest)
                .query((row, _) -> {
                    UUID link = row.getObject("link", UUID.class);
                    return new OperationId(link.getMostSignificantBits(), link.getLeastSignificantBits());
                })
                .list();
    }

    /** By what an account is found without its token: SHA-256 in hexadecimal digits. */
    public static String digest(AccountToken account) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes(account)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static UUID uuid(OperationId link) {
        return new UUID(link.high(), link.low());
    }

    static byte[] bytes(AccountToken account) {
        return ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(account.high())
                .putLong(account.low())
                .array();
    }

    static AccountToken token(byte[] bytes) {
        var buffer = ByteBuffer.wrap(bytes);
        return new AccountToken(buffer.getLong(), buffer.getLong());
    }
}
