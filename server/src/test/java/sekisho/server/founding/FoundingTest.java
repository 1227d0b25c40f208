package sekisho.server.founding;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import sekisho.gateway.Gateway;
import sekisho.gateway.Submission;
import sekisho.protocol.Assertion;
import sekisho.protocol.BankCommand;
import sekisho.protocol.BankId;
import sekisho.protocol.BankOperation;
import sekisho.protocol.BookId;
import sekisho.protocol.Command;
import sekisho.protocol.Description;
import sekisho.protocol.Evidence;
import sekisho.protocol.EvidenceKind;
import sekisho.protocol.IdentityCommand;
import sekisho.protocol.IdentityOutcome;
import sekisho.protocol.LinkCommand;
import sekisho.protocol.Outcome;
import sekisho.protocol.Refusal;
import sekisho.protocol.Refused;
import sekisho.protocol.RequestId;
import sekisho.protocol.Token;
import sekisho.protocol.WalletCommand;
import sekisho.protocol.WalletId;
import sekisho.server.engine.ServerClients;
import sekisho.server.entrance.Opening;
import sekisho.server.identity.Assurance;
import sekisho.server.passkey.CommandHash;
import sekisho.server.passkey.Passkeys;
import sekisho.server.passkey.StepUps;
import sekisho.server.people.People;
import sekisho.server.people.PersonId;
import sekisho.server.testing.Person;
import sekisho.server.testing.RunningServer;
import sekisho.server.vault.Kind;
import sekisho.server.vault.Vault;

/** A server whose book is founded: what its engine asks for then, and what the server brings. */
final class FoundingTest {
    private static final int ISSUER = 1;
    private static final long HOUR = 3_600_000;

    @TempDir
    static Path folder;

    private static RunningServer running;
    private static Founding founding;
    private static SoftKey issuer;
    private static Gateway gateway;

    @BeforeAll
    static void found() {
        running = RunningServer.start(folder, settings -> settings.withDemo(true));
        founding = running.server().part(Founding.class);
        gateway = running.server().part(Gateway.class);
        var keys = running.server().part(SoftKeys.class);
        issuer = keys.of("issuer");
        founding.found(plan(keys, 1));
    }

    @AfterAll
    static void stop() {
        running.close();
    }

    private static Founding.Plan plan(SoftKeys keys, int version) {
        var description =
                new Description(version, 1, 7 | 8 | 16, 15, Description.Notice.APP, true, 0, HOUR, 100_000, 1_000_000);
        return new Founding.Plan(
                ISSUER,
                issuer.publicKey(),
                List.of(new FoundedBank(
                        new BankId(9_001), description, 1, keys.of("bank").publicKey())));
    }

    @Test
    void foundingAgainChangesNothing() {
        founding.found(plan(running.server().part(SoftKeys.class), 1));
        assertThat(running.server().part(Books.class).founded()).isTrue();
    }

    @Test
    void nothingThatIsGuardedPassesWithoutWhoStandsBehindIt() {
        Person person = Person.newcomer(running.server()).proveMail();
        WalletId wallet = opened(person);
        assertThat(refusal(say(new LinkCommand.Request(wallet, new BankId(9_001)))))
                .isEqualTo(Refusal.LINK_NEEDS_CHECKPOINT);
        assertThat(refusal(say(new BankCommand.Reopen(new BankId(9_001), BankOperation.LINKS, 1))))
                .isEqualTo(Refusal.APPROVALS_MISSING);
        assertThat(refusal(say(new WalletCommand.SetTier(wallet, Assurance.VERIFIED))))
                .isEqualTo(Refusal.STEP_UP_MISSING);
    }

    @Test
    void anAuthenticatorsAnswerInTheBrowserIsGoodInTheEngine() {
        Person person = Person.newcomer(running.server()).proveMail();
        WalletId wallet = opened(person);
        var key = running.server().part(Passkeys.class).forEngine(id(person)).getFirst();
        assertThat(say(present(wallet, new Token(7, wallet.value()), key.credential())))
                .isInstanceOf(IdentityOutcome.Accepted.class);
        var command = new WalletCommand.SetTier(wallet, Assurance.VERIFIED);
        RequestId id = gateway.newId();
        Outcome outcome = submit(id, command, List.of(answered(person, id, command)));
        assertThat(outcome.accepted()).as("%s", outcome).isTrue();
        // The same answer is none for another wallet's command, nor for another request.
        RequestId other = gateway.newId();
        assertThat(refusal(submit(other, command, List.of(answered(person, id, command)))))
                .isEqualTo(Refusal.ASSERTION_WRONG_CHALLENGE);
    }

    @Test
    void theFoundersStandBehindASwitch() {
        var operation = BankOperation.TOP_UPS;
        assertThat(founding.approved(new BankCommand.Suspend(new BankId(9_001), operation, 1))
                        .accepted())
                .isTrue();
        assertThat(founding.approved(new BankCommand.Reopen(new BankId(9_001), operation, 1))
                        .accepted())
                .isTrue();
    }

    private static WalletId opened(Person person) {
        var people = running.server().part(People.class);
        assertThat(running.server()
                        .part(Opening.class)
                        .open(people.find(id(person)).orElseThrow()))
                .isTrue();
        return Objects.requireNonNull(people.find(id(person)).orElseThrow().wallet());
    }

    /** Who has no handle yet is found by the contact. */
    private static PersonId id(Person person) {
        var token = running.server().part(Vault.class).token(Kind.MAIL, person.mail());
        return running.server()
                .part(JdbcClient.class)
                .sql("select person from people.contacts where token = :token")
                .param("token", token.value())
                .query((row, _) -> new PersonId(row.getObject(1, UUID.class)))
                .single();
    }

    private static IdentityCommand.Present present(WalletId wallet, Token person, Token subject) {
        long now = System.currentTimeMillis();
        var evidence = new Evidence(
                BookId.FIRST,
                ISSUER,
                new Token(11, wallet.value()),
                EvidenceKind.DEMONSTRATION,
                person,
                wallet,
                subject,
                0,
                now,
                now + HOUR,
                1);
        return new IdentityCommand.Present(evidence, issuer.sign(evidence.canonical()));
    }

    private static Assertion answered(Person person, RequestId id, Command<?> command) {
        var stepUps = running.server().part(StepUps.class);
        var action = new StepUps.Action(id(person), "session", StepUps.Purpose.LINK, CommandHash.of(id, command));
        var question = stepUps.ask(action);
        String answer = person.authenticator().get(question.options(), person.origin());
        Assertion first = stepUps.answer(question.id(), action, answer).orElseThrow();
        assertThat(stepUps.answer(question.id(), action, answer)).contains(first);
        return first;
    }

    private static Outcome say(Command<?> command) {
        return submit(gateway.newId(), command, List.of());
    }

    private static Outcome submit(RequestId id, Command<?> command, List<Assertion> behind) {
        var submission = gateway.submit(ServerClients.SERVER, id, command, 0, behind);
        return ((Submission.Answered) submission).answer().outcome();
    }

    private static Refusal refusal(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Refused.class);
        return ((Refused) outcome).reason();
    }
}
