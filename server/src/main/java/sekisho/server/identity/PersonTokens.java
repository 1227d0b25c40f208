package sekisho.server.identity;

import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import sekisho.formats.matching.Attribute;
import sekisho.formats.matching.Matching;
import sekisho.identity.Evidence;
import sekisho.server.people.PersonId;
import sekisho.server.vault.Kind;
import sekisho.server.vault.Token;
import sekisho.server.vault.Vault;

/**
 * Which human somebody is: the vault's token of the kanji name and birth date that were verified, in their exact forms. The same human
 * with two wallets has one. Any thread.
 *
 * <p>No card known here carries a mark that stays when it is renewed; if one did, it would belong to the value: namesakes who were born
 * on the same day share a token, and with it the number of wallets.
 */
public final class PersonTokens {
    private final JdbcClient jdbc;
    private final Vault vault;
    private final InstantSource clock;

    /** How many wallets a human may have. */
    private final int most;

    PersonTokens(JdbcClient jdbc, Vault vault, InstantSource clock, int most) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.clock = clock;
        this.most = most;
    }

    /** Whether somebody may be whom evidence names. */
    enum Binding {
        BOUND,
        ANOTHER_PERSON,
        TOO_MANY_WALLETS
    }

    int most() {
        return most;
    }

    /** The token of whom evidence names; empty: it does not say both name and birth date. */
    Optional<Token> token(Evidence evidence) {
        Optional<String> name =
                evidence.value(Attribute.NAME_KANJI).flatMap(value -> Matching.exactForm(Attribute.NAME_KANJI, value));
        Optional<String> birth =
                evidence.value(Attribute.BIRTH_DATE).flatMap(value -> Matching.exactForm(Attribute.BIRTH_DATE, value));
        return name.flatMap(text -> birth.map(date -> vault.token(Kind.IDENTITY, text + "\n" + date)));
    }

    /** Who somebody was verified to be; empty: nobody yet. */
    public Optional<Token> of(PersonId person) {
        return jdbc.sql("select token from identity.persons where person = :person")
                .param("person", person.value())
                .query((row, _) -> new Token(row.getObject(1, UUID.class)))
                .optional();
    }

    /** Binds somebody to a human, for good. The caller has a transaction: two at once wait for each other. */
    Binding bind(PersonId person, Token token) {
        lock("select 1 from people.persons where id = :id for update", person.value());
        Optional<Token> known = of(person);
        if (known.isPresent()) {
            return known.get().equals(token) ? Binding.BOUND : Binding.ANOTHER_PERSON;
        }
        lock("select 1 from vault.entries where token = :id for update", token.value());
        if (wallets(token) >= most) {
            return Binding.TOO_MANY_WALLETS;
        }
        jdbc.sql("insert into identity.persons (person, token, bound_at) values (:person, :token, :now)")
                .param("person", person.value())
                .param("token", token.value())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        return Binding.BOUND;
    }

    private void lock(String row, UUID id) {
        var _ = jdbc.sql(row).param("id", id).query(Integer.class).single();
    }

    /** Closed ones count no more. */
    private int wallets(Token token) {
        return jdbc.sql("""
                        select count(*) from identity.persons i join people.persons p on p.id = i.person
                        where i.token = :token and p.closed_at is null
                        """).param("token", token.value()).query(Integer.class).single();
    }
}
