package sekisho.server.identity;

import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import sekisho.identity.Gender;
import sekisho.identity.demo.DemoPerson;
import sekisho.server.identity.DemoDocuments.Condition;
import sekisho.server.identity.StoredChallenges.Answerer;
import sekisho.server.people.People;
import sekisho.server.people.PersonId;
import sekisho.server.testing.RunningServer;
import sekisho.server.vault.Vault;

/** Where tests have people show cards: a clock and authorities of its own, on a shared database. */
final class Office {
    static final String SESSION = "a-browser";

    private static final AtomicInteger BORN = new AtomicInteger();

    final MovableClock clock = new MovableClock();
    final JdbcClient jdbc;
    final Vault vault;
    final People people;
    final DemoDocuments documents;
    final StoredChallenges challenges;
    final Evidences evidences;
    final PersonTokens persons;
    final Assurance assurance;
    final Proving proving;

    Office(RunningServer running, Path keys) {
        jdbc = running.server().part(JdbcClient.class);
        vault = running.server().part(Vault.class);
        people = running.server().part(People.class);
        documents = DemoDocuments.in(keys, clock);
        challenges = new StoredChallenges(jdbc, clock);
        evidences = new Evidences(jdbc, vault, clock, true);
        persons = new PersonTokens(jdbc, vault, clock, 2);
        assurance = new Assurance(evidences, Worth.standard(), clock);
        proving = proving(Trusted.demonstration(documents), running);
    }

    Proving proving(Trusted trusted, RunningServer running) {
        var transactions = new TransactionTemplate(running.server().part(PlatformTransactionManager.class));
        return new Proving(trusted, challenges, evidences, persons, transactions, clock);
    }

    /** Somebody nobody knows. */
    PersonId newcomer() {
        PersonId id = PersonId.random();
        people.add(id, "ja", InstantSource.system().instant());
        return id;
    }

    /** Somebody who does not exist, born on a day on which no other of these was. */
    static DemoPerson human(String name) {
        return new DemoPerson(
                name, "石見野県城下町9-10", LocalDate.of(1930, 1, 1).plusDays(BORN.incrementAndGet()), Gender.FEMALE);
    }

    Proven show(PersonId person, DemoPerson whose) {
        return show(person, whose, Condition.GOOD);
    }

    Proven show(PersonId person, DemoPerson whose, Condition condition) {
        var answerer = new Answerer(person, SESSION);
        return proving.card(answerer, documents.card(whose, condition, proving.challenge(answerer)));
    }

    Proven showPassport(PersonId person, DemoPerson whose, boolean copied) {
        var answerer = new Answerer(person, SESSION);
        String proof = documents.passport("KITA AOI", whose.birthDate(), copied, proving.challenge(answerer));
        return proving.passport(answerer, proof);
    }
}
