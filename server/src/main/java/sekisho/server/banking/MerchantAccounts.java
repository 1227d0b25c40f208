package sekisho.server.banking;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import sekisho.bank.AccountToken;
import sekisho.protocol.BankId;
import sekisho.protocol.MerchantId;

/** The accounts that merchants' takings go to, in PostgreSQL, beside those of links. Written once and never changed. Any thread. */
public final class MerchantAccounts {
    private static final int UNSEALED = 0;

    private final JdbcClient database;

    MerchantAccounts(JdbcClient database) {
        this.database = database;
    }

    /**
     * Says which account at a bank is a merchant's. Durable when this returns.
     *
     * @return false: it is another one, and nothing was changed
     */
    public boolean give(MerchantId merchant, BankId bank, AccountToken account) {
        int added = database.sql("""
                        insert into banking.merchant_accounts (merchant, bank, account) values (:merchant, :bank, :account)
                        on conflict (merchant) do nothing
                        """)
                .param("merchant", merchant.value())
                .param("bank", bank.code())
                .param("account", StoredLinkedAccounts.bytes(account))
                .update();
        return added == 1 || account(merchant, bank).equals(Optional.of(account));
    }

    /** A merchant's account at a bank; empty if none is known. */
    public Optional<AccountToken> account(MerchantId merchant, BankId bank) {
        return database.sql("""
                        select account, sealed_with from banking.merchant_accounts
                        where merchant = :merchant and bank = :bank
                        """)
                .param("merchant", merchant.value())
                .param("bank", bank.code())
                .query((row, _) -> {
                    if (row.getInt("sealed_with") != UNSEALED) {
                        throw new IllegalStateException("this version cannot read sealed accounts");
                    }
                    return StoredLinkedAccounts.token(row.getBytes("account"));
                })
                .optional();
    }
}
