package sekisho.server.linking;

import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import sekisho.bank.AccountToken;
import sekisho.protocol.BankId;
import sekisho.protocol.OperationId;
import sekisho.server.banking.StoredLinkedAccounts;
import sekisho.server.people.PersonId;

/**
 * What links mean: which account at the bank, whose, and how it is shown. Kept before the engine has the bank's word: whoever reads of a
 * link in the log can find its account. Any thread.
 */
public final class KeptAccounts {
    private final JdbcClient jdbc;
    private final StoredLinkedAccounts accounts;
    private final InstantSource clock;

    KeptAccounts(JdbcClient jdbc, StoredLinkedAccounts accounts, InstantSource clock) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.clock = clock;
    }

    /** An account, masked. */
    public record Shown(String ja, String en) {}

    /** Keeps what a link means; what was kept before stays. */
    public void keep(OperationId link, PersonId person, BankId bank, AccountToken mandate, Shown shown) {
        boolean _ = accounts.give(link, mandate);
        jdbc.sql("""
                        insert into linking.accounts (link, person, bank, shown_ja, shown_en, evidence, linked_at)
                        values (:link, :person, :bank, :ja, :en, :link, :now) on conflict do nothing
                        """)
                .param("link", new UUID(link.high(), link.low()))
                .param("person", person.value())
                .param("bank", bank.code())
                .param("ja", shown.ja())
                .param("en", shown.en())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** The links of a person at a bank, closed ones too, latest first. */
    public List<OperationId> of(PersonId person, BankId bank) {
        return jdbc
                .sql(
                        "select link from linking.accounts where person = :person and bank = :bank order by linked_at desc")
                .param("person", person.value())
                .param("bank", bank.code())
                .query((row, _) -> row.getObject(1, UUID.class))
                .list()
                .stream()
                .map(link -> new OperationId(link.getMostSignificantBits(), link.getLeastSignificantBits()))
                .toList();
    }
}
