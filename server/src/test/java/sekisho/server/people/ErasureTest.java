package sekisho.server.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;
import sekisho.protocol.WalletId;
import sekisho.server.history.Holders;
import sekisho.server.identity.Evidences;
import sekisho.server.identity.PersonTokens;
import sekisho.server.testing.RunningServer;
import sekisho.server.testing.SharedServer;
import sekisho.server.vault.Kind;
import sekisho.server.vault.Token;
import sekisho.server.vault.Vault;

@ExtendWith(SharedServer.class)
final class ErasureTest {
    private final RunningServer running;
    private final JdbcClient jdbc;
    private final Vault vault;
    private final People people;
    private final Contacts contacts;
    private final Erasure erasure;

    ErasureTest(RunningServer running) {
        this.running = running;
        jdbc = running.server().part(JdbcClient.class);
        vault = running.server().part(Vault.class);
        people = running.server().part(People.class);
        contacts = running.server().part(Contacts.class);
        erasure = running.server().part(Erasure.class);
    }

    private List<Token> tokens(PersonId person) {
        return jdbc.sql("""
                        select token from people.contacts where person = :person
                        union select token from identity.persons where person = :person
                        union select a.token from identity.attributes a join identity.evidence e on e.id = a.evidence
                        where e.person = :person
                        """)
                .param("person", person.value())
                .query((row, _) -> new Token(row.getObject(1, UUID.class)))
                .list();
    }

    @Test
    void ofWhoHasLeftNothingIsKnownButWhatTheLogSays() {
        var person = sekisho.server.testing.Person.customer(running.server());
        PersonId id = person.id();
        WalletId wallet = person.wallet();
        List<Token> tokens = tokens(id);
        assertThat(tokens)
                .hasSizeGreaterThanOrEqualTo(5)
                .allMatch(token -> vault.value(token).isPresent());
        assertThatThrownBy(() -> erasure.erase(id)).isInstanceOf(IllegalStateException.class);
        people.close(id, Instant.now());
        erasure.erase(id);
        erasure.erase(id);
        assertThat(tokens).allMatch(token -> vault.value(token).isEmpty());
        assertThat(tokens(id)).isEmpty();
        assertThat(vault.find(Kind.MAIL, person.mail())).isEmpty();
        assertThat(running.server().part(Evidences.class).attributes(id)).isEmpty();
        assertThat(running.server().part(PersonTokens.class).of(id)).isEmpty();
        // What was proved when stays, and so does everything that the log has said.
        assertThat(jdbc.sql("select count(*) from identity.evidence where person = :person and length(proof) = 32")
                        .param("person", id.value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        assertThat(running.server().part(Holders.class).wallet(wallet)).isPresent();
    }

    @Test
    void whatSomebodyElseHasTooStays() {
        Token mail = vault.token(Kind.MAIL, "shared-by-two@mail.example");
        PersonId leaves = PersonId.random();
        PersonId stays = PersonId.random();
        for (PersonId one : List.of(leaves, stays)) {
            people.add(one, "ja", Instant.now());
            contacts.add(one, mail);
        }
        people.close(leaves, Instant.now());
        erasure.erase(leaves);
        assertThat(vault.value(mail)).contains("shared-by-two@mail.example");
        assertThat(contacts.of(stays)).hasSize(1);
    }
}
