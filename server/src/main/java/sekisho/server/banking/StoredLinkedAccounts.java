package sekisho.server.banking;

import java.nio.ByteBuffer;
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
                        insert into banking.linked_accounts (link, account) values (:link, :account)
                        on conflict (link) do nothing
                        """)
                .param("link", uuid(link))
                .param("account", bytes(account))
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

    private static UUID uuid(OperationId link) {
        return new UUID(link.high(), link.low());
    }

    private static byte[] bytes(AccountToken account) {
        return ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(account.high())
                .putLong(account.low())
                .array();
    }

    private static AccountToken token(byte[] bytes) {
        var buffer = ByteBuffer.wrap(bytes);
        return new AccountToken(buffer.getLong(), buffer.getLong());
    }
}
