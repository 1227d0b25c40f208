package sekisho.server.people;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Erases what is known of a person who has left: contacts, what evidence says, which human it was. The vault's entries go with their last
 * use, so that the tokens which the log keeps for ever stand for nothing any more. What was proved when stays, without what it said. Any
 * thread.
 */
public final class Erasure {
    /** Everything that refers to the vault, but for letters. */
    private static final String USED = """
            select token from people.contacts union all select token from identity.attributes
            union all select token from identity.persons union all select account from shop.merchants
            """;

    private final JdbcClient jdbc;
    private final TransactionOperations transactions;

    Erasure(JdbcClient jdbc, TransactionOperations transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    /** Erases a person. A repeat does nothing. @throws IllegalStateException if the person has not left */
    public void erase(PersonId person) {
        transactions.executeWithoutResult(_ -> eraseAtOnce(person));
    }

    private void eraseAtOnce(PersonId person) {
        boolean left = jdbc.sql("select count(*) from people.persons where id = :person and closed_at is not null")
                        .param("person", person.value())
                        .query(Integer.class)
                        .single()
                == 1;
        if (!left) {
            throw new IllegalStateException("who has a wallet is not erased: close it first");
        }
        List<UUID> tokens = tokens(person);
        for (String rows : List.of(
                "identity.attributes where evidence in (select id from identity.evidence where person = :person)",
                "identity.persons where person = :person",
                "identity.challenges where person = :person",
                "people.contacts where person = :person")) {
            jdbc.sql("delete from " + rows).param("person", person.value()).update();
        }
        UUID[] gone = tokens.toArray(UUID[]::new);
        jdbc.sql("delete from notice.letters where recipient = any(:tokens) and recipient not in (" + USED + ")")
                .param("tokens", gone)
                .update();
        jdbc.sql("delete from vault.entries where token = any(:tokens) and token not in (" + USED + ")")
                .param("tokens", gone)
                .update();
    }

    private List<UUID> tokens(PersonId person) {
        return jdbc.sql("""
                        select token from people.contacts where person = :person
                        union select token from identity.persons where person = :person
                        union select a.token from identity.attributes a join identity.evidence e on e.id = a.evidence
                        where e.person = :person
                        """)
                .param("person", person.value())
                .query((row, _) -> row.getObject(1, UUID.class))
                .list();
    }
}
