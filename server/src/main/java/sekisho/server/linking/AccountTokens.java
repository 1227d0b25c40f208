package sekisho.server.linking;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import sekisho.protocol.BankId;
import sekisho.protocol.OperationId;
import sekisho.protocol.Token;

/** Which account at a bank a link means, by the token under which the bank speaks of it. Any thread. */
public final class AccountTokens {
    private final JdbcClient jdbc;

    AccountTokens(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The bank has said of a link which account it is. */
    public void note(OperationId link, BankId bank, Token account) {
        jdbc.sql("""
                        insert into linking.account_tokens (link, bank, account) values (:link, :bank, :account)
                        on conflict (link) do nothing
                        """)
                .param("link", new UUID(link.high(), link.low()))
                .param("bank", bank.code())
                .param("account", new UUID(account.high(), account.low()))
                .update();
    }

    /** The links of an account, closed ones too. */
    public List<OperationId> links(BankId bank, Token account) {
        return jdbc
                .sql("select link from linking.account_tokens where bank = :bank and account = :account order by link")
                .param("bank", bank.code())
                .param("account", new UUID(account.high(), account.low()))
                .query((row, _) -> row.getObject(1, UUID.class))
                .list()
                .stream()
                .map(link -> new OperationId(link.getMostSignificantBits(), link.getLeastSignificantBits()))
                .toList();
    }
}
