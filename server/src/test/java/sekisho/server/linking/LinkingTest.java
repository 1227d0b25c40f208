package sekisho.server.linking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import sekisho.bank.backchannel.NamedAccount;
import sekisho.bank.redirect.SignedStatement;
import sekisho.bank.redirect.StatementTerms;
import sekisho.gateway.Gateway;
import sekisho.protocol.Assertion;
import sekisho.protocol.BankAnswer;
import sekisho.protocol.BankId;
import sekisho.protocol.CheckpointCommand;
import sekisho.protocol.LinkStatus;
import sekisho.protocol.Purpose;
import sekisho.protocol.Refusal;
import sekisho.protocol.RequestId;
import sekisho.protocol.Token;
import sekisho.server.entrance.Customer;
import sekisho.server.founding.Books;
import sekisho.server.founding.Founding;
import sekisho.server.founding.SoftKey;
import sekisho.server.founding.SoftKeys;
import sekisho.server.history.LinkState;
import sekisho.server.history.Links;
import sekisho.server.identity.Evidences;
import sekisho.server.identity.PersonTokens;
import sekisho.server.pages.Language;
import sekisho.server.passkey.CommandHash;
import sekisho.server.passkey.StepUps;
import sekisho.server.people.Handle;
import sekisho.server.people.People;
import sekisho.server.testing.Person;
import sekisho.server.testing.RunningServer;
import sekisho.server.testing.SharedFoundedServer;

/** A customer's way through the checkpoint, on a founded book; the bank is made up, the engine is not. */
@ExtendWith(SharedFoundedServer.class)
final class LinkingTest {
    private static final BankId STRONG = SharedFoundedServer.STRONG;
    private static final BankId ASKING = SharedFoundedServer.ASKING;
    private static final AtomicLong ACCOUNTS = new AtomicLong(1);

    private static RunningServer running;
    private static Gateway gateway;
    private static Linking linking;
    private static FakeBank fake;
    private static Links links;

    private final SupportedBank bank = bank(STRONG);

    @BeforeAll
    static void share(RunningServer shared) {
        running = shared;
        SoftKey pen = running.server().part(SoftKeys.class).of("bank");
        gateway = running.server().part(Gateway.class);
        links = running.server().part(Links.class);
        fake = new FakeBank(pen);
        running.server().part(SupportedBanks.class).put(bank(STRONG));
        running.server().part(SupportedBanks.class).put(bank(ASKING));
        var jdbc = running.server().part(JdbcClient.class);
        var clock = InstantSource.system();
        linking = new Linking(
                fake,
                new Attempts(jdbc, running.server().part(SupportedBanks.class), clock),
                new Linking.Who(
                        running.server().part(PersonTokens.class),
                        running.server().part(Evidences.class)),
                running.server().part(KeptAccounts.class),
                running.server().part(Checkpoint.class),
                running.server().part(Books.class),
                clock);
    }

    private static SupportedBank bank(BankId id) {
        return new SupportedBank(id, "あおなみ銀行", "Aonami Bank", "アオナミ", FakeBank.ISSUER, 3);
    }

    private static Customer customer(Person person) {
        var found = running.server()
                .part(People.class)
                .byHandle(new Handle(person.handle().substring(1)))
                .orElseThrow();
        return new Customer(
                found.id(),
                Objects.requireNonNull(found.handle()),
                Objects.requireNonNull(found.wallet()),
                Language.JA);
    }

    private static Linking.Left leave(Person person, SupportedBank bank) {
        Customer customer = customer(person);
        RequestId id = gateway.newId();
        return linking.leave(customer, "session", bank, id, agreed(person, customer, bank, id));
    }

    private static Assertion agreed(Person person, Customer customer, SupportedBank bank, RequestId id) {
        var stepUps = running.server().part(StepUps.class);
        var action = new StepUps.Action(
                customer.person(),
                "session",
                StepUps.Purpose.LINK,
                CommandHash.of(id, linking.asking(customer, "session", bank, id)));
        var question = stepUps.ask(action);
        return stepUps.answer(question.id(), action, person.authenticator().get(question.options(), person.origin()))
                .orElseThrow();
    }

    private static String nonce(Linking.Left left) {
        assertThat(left).isInstanceOf(Linking.Left.ToTheBank.class);
        return ((Linking.Left.ToTheBank) left).signed().sent().nonce();
    }

    private static void awaitStatus(sekisho.protocol.OperationId link, LinkStatus wanted) throws InterruptedException {
        long deadline = System.nanoTime() + 10_000_000_000L;
        while (links.find(link).filter(state -> state.status() == wanted).isEmpty()) {
            assertThat(System.nanoTime()).as("%s", links.find(link)).isLessThan(deadline);
            Thread.sleep(20);
        }
    }

    @Test
    void aMatchedAccountIsLinkedOnceHoweverOftenTheAnswerComes() throws InterruptedException {
        Person person = Person.customer(running.server());
        Customer customer = customer(person);
        String result = nonce(leave(person, bank)) + " MTCH " + ACCOUNTS.incrementAndGet();
        var first = linking.comeBack(customer, "session", result).orElseThrow();
        awaitStatus(first.link(), LinkStatus.ACTIVE);
        var second = linking.comeBack(customer, "session", result).orElseThrow();
        assertThat(first.first()).isTrue();
        assertThat(second.first()).isFalse();
        assertThat(second.link()).isEqualTo(first.link());
        assertThat(links.ofWallet(customer.wallet()))
                .extracting(LinkState::link, LinkState::status)
                .containsExactly(Tuple.tuple(first.link(), LinkStatus.ACTIVE));
        assertThat(running.server().part(LinkedNames.class).shown(first.link(), Language.JA))
                .contains("本店・普通・＊＊＊＊412");
    }

    @Test
    void whereTheHolderHasToSayYesTheLinkWaitsForIt() throws InterruptedException {
        Person person = Person.customer(running.server());
        long account = ACCOUNTS.incrementAndGet();
        String nonce = nonce(leave(person, bank(ASKING)));
        var linked = linking.comeBack(customer(person), "session", nonce + " MTCH " + account)
                .orElseThrow();
        assertThat(linked.status()).isEqualTo(LinkStatus.WAITING_FOR_HOLDER);
        awaitStatus(linked.link(), LinkStatus.WAITING_FOR_HOLDER);
        var page = person.web()
                .get("/links/" + sekisho.server.json.Forms.OPERATION.write().apply(linked.link()));
        assertThat(page.html()).contains("say that it was you").contains("The holder can answer until ");
        var yes = fake.say(fake.terms(nonce), account, Purpose.CONSENT, BankAnswer.CONFIRMED);
        assertThat(running.server().part(Checkpoint.class).report(yes)).isInstanceOf(Checkpoint.Said.Moved.class);
        awaitStatus(linked.link(), LinkStatus.ACTIVE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"left", "NMTC", "NOAP", "FAILED", "CMTC"})
    void whatIsNoMatchIsNotLinkedAndCannotBeOneLater(String answer) throws InterruptedException {
        Person person = Person.customer(running.server());
        Customer customer = customer(person);
        String nonce = nonce(leave(person, bank));
        long account = ACCOUNTS.incrementAndGet();
        assertThat(linking.comeBack(customer, "session", nonce + " " + answer + " " + account))
                .isEmpty();
        if (!answer.equals("left")) {
            assertThat(linking.comeBack(customer, "session", nonce + " MTCH " + account))
                    .isEmpty();
            awaitStatus(links.ofWallet(customer.wallet()).getFirst().link(), LinkStatus.CLOSED);
        }
        assertThat(links.ofWallet(customer.wallet()))
                .extracting(LinkState::status)
                .doesNotContain(LinkStatus.ACTIVE);
    }

    @Test
    void anotherPersonsAccountIsNotLinked() {
        Person owner = Person.customer(running.server());
        Person other = Person.customer(running.server());
        long account = ACCOUNTS.incrementAndGet();
        assertThat(linking.comeBack(customer(owner), "session", nonce(leave(owner, bank)) + " MTCH " + account))
                .isPresent();
        assertThat(linking.comeBack(customer(other), "session", nonce(leave(other, bank)) + " MTCH " + account))
                .isEmpty();
    }

    /** The bank's key is right, and what it signs is not what it was asked. */
    @Test
    void aHostileBanksMatchForAnotherPersonPurposeOrNonceIsRefusedByItsCode() {
        Person person = Person.customer(running.server());
        String nonce = nonce(leave(person, bank));
        StatementTerms right = fake.terms(nonce);
        long account = ACCOUNTS.incrementAndGet();
        Token victim = fake.terms(nonce(leave(Person.customer(running.server()), bank)))
                .person();
        assertThat(why(fake.say(with(right, victim, right.nonce()), account, Purpose.LINK, BankAnswer.MTCH)))
                .isEqualTo(Refusal.RESULT_FOR_ANOTHER_PERSON);
        assertThat(why(fake.say(with(right, right.person(), new Token(1, 1)), account, Purpose.LINK, BankAnswer.MTCH)))
                .isEqualTo(Refusal.NONCE_NOT_KNOWN);
        assertThat(why(fake.say(right, account, Purpose.REVERIFY, BankAnswer.MTCH)))
                .isEqualTo(Refusal.RESULT_FOR_ANOTHER_PURPOSE);
        var asked = fake.say(right, account, Purpose.LINK, BankAnswer.MTCH);
        assertThat(running.server().part(Checkpoint.class).report(asked)).isInstanceOf(Checkpoint.Said.Moved.class);
        assertThat(why(asked)).isEqualTo(Refusal.NONCE_USED);
    }

    @Test
    void aHostileBanksMatchForAnotherAccountIsRefusedByItsCode() {
        Person owner = Person.customer(running.server());
        long account = ACCOUNTS.incrementAndGet();
        String nonce = nonce(leave(owner, bank(ASKING)));
        assertThat(linking.comeBack(customer(owner), "session", nonce + " MTCH " + account))
                .isPresent();
        assertThat(why(fake.say(fake.terms(nonce), ACCOUNTS.incrementAndGet(), Purpose.CONSENT, BankAnswer.CONFIRMED)))
                .isEqualTo(Refusal.RESULT_FOR_ANOTHER_ACCOUNT);
        String thiefs = nonce(leave(Person.customer(running.server()), bank(ASKING)));
        assertThat(why(fake.say(fake.terms(thiefs), account, Purpose.LINK, BankAnswer.MTCH)))
                .isEqualTo(Refusal.ACCOUNT_OF_ANOTHER_PERSON);
    }

    /** Why the engine does not take what a bank has signed. */
    private static Refusal why(SignedStatement signed) {
        var said = running.server().part(Checkpoint.class).report(signed);
        assertThat(said).isInstanceOf(Checkpoint.Said.No.class);
        return ((Checkpoint.Said.No) said).reason();
    }

    private static StatementTerms with(StatementTerms terms, Token person, Token nonce) {
        return new StatementTerms(
                terms.book(), terms.bank(), terms.key(), terms.wallet(), person, terms.link(), terms.session(), nonce);
    }

    @Test
    void anotherBrowserAndAnotherPersonGetNothing() {
        Person person = Person.customer(running.server());
        Customer customer = customer(person);
        String result = nonce(leave(person, bank)) + " MTCH " + ACCOUNTS.incrementAndGet();
        assertThat(linking.comeBack(customer, "another session", result)).isEmpty();
        assertThat(linking.comeBack(customer(Person.customer(running.server())), "session", result))
                .isEmpty();
        assertThat(linking.comeBack(customer, "session", result)).isPresent();
    }

    @Test
    void anAssertionForAnotherRequestOpensNoWay() {
        Person person = Person.customer(running.server());
        Customer customer = customer(person);
        var agreed = agreed(person, customer, bank, gateway.newId());
        assertThat(linking.leave(customer, "session", bank, gateway.newId(), agreed))
                .isEqualTo(new Linking.Left.Refused(Refusal.ASSERTION_WRONG_CHALLENGE, 0));
    }

    @Test
    void whoOnlyProvedAnAddressIsSentToNoBank() {
        Person person = Person.newcomer(running.server()).proveMail();
        assertThat(person.web().get("/links/at/0001").leadsTo()).isEqualTo("/welcome/identity");
        assertThat(person.web().get("/link/return?result=made.up.text").leadsTo())
                .isEqualTo("/welcome/identity");
    }

    @Test
    void withoutAPasskeyNobodyIsSentToABank() {
        Person person = Person.customer(running.server());
        var page = person.web().get("/links/at/0001");
        assertThat(page.status()).isEqualTo(200);
        var refused = person.web()
                .post(
                        person.web().get("/send"),
                        "/links/at/0001",
                        Map.of(
                                "request", person.web().get("/settings/freeze").value("request"),
                                "stepUp", "00000000-0000-0000-0000-000000000000",
                                "credential", "{}"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.html()).doesNotContain("/authorize");
        assertThat(person.web().get("/links/at/9999").status()).isEqualTo(404);
        assertThat(person.web().get("/link/return?result=made.up.text").leadsTo())
                .isEqualTo("/links/refused");
        assertThat(person.web().get("/links/refused").status()).isEqualTo(200);
    }

    /** Absent, locked out, wrong secret; no match; linked elsewhere, locked against links. */
    @Test
    void aBankWithoutABrowserRefusesAlikeForEveryReasonAndTheWalletTellsNoMoreLater() throws InterruptedException {
        Person owner = Person.customer(running.server());
        long elsewhere = ACCOUNTS.incrementAndGet();
        assertThat(linking.comeBack(customer(owner), "session", nonce(leave(owner, bank)) + " MTCH " + elsewhere))
                .isPresent();
        long locked = ACCOUNTS.incrementAndGet();
        assertThat(running.server()
                        .part(Founding.class)
                        .approved(new CheckpointCommand.LockAccount(STRONG, new Token(1, locked), 1))
                        .accepted())
                .isTrue();
        var shown = new HashSet<String>();
        for (String says : List.of(
                "FAILED " + ACCOUNTS.incrementAndGet(),
                "FAILED " + locked,
                "FAILED " + elsewhere,
                "NMTC " + ACCOUNTS.incrementAndGet(),
                "MTCH " + elsewhere,
                "MTCH " + locked)) {
            shown.add(refusedAfterWaiting(says));
        }
        assertThat(shown).hasSize(1).first().asString().contains("Closed").doesNotContain("412");
    }

    /** Everything that somebody is shown whose bank says no to it at the first look. */
    private String refusedAfterWaiting(String says) throws InterruptedException {
        var jdbc = running.server().part(JdbcClient.class);
        var clock = InstantSource.system();
        var wait = new FakeWait(fake);
        wait.says(says);
        var waiting = new Waiting(
                wait,
                linking,
                running.server().part(Checkpoint.class),
                new Attempts(jdbc, running.server().part(SupportedBanks.class), clock),
                new Waits(jdbc),
                clock);
        Person person = Person.customer(running.server());
        Customer customer = customer(person);
        RequestId id = gateway.newId();
        var named = new WithoutBrowser.Named(new NamedAccount("001", "1234567"), "");
        var left = waiting.begin(customer, "session", bank, id, agreed(person, customer, bank, id), named);
        assertThat(left).isInstanceOf(Linking.Left.Waits.class);
        UUID reference = ((Linking.Left.Waits) left).reference();
        var over = waiting.look(customer, "session", reference);
        assertThat(over).contains(new Waiting.Shown.Over(Optional.empty()));
        assertThat(waiting.look(customer, "session", reference)).isEqualTo(over);
        var link = Checkpoint.link(id);
        awaitStatus(link, LinkStatus.CLOSED);
        String name = sekisho.server.json.Forms.OPERATION.write().apply(link);
        return Stream.of("/links", "/links/" + name, "/inbox", "/home")
                .map(path -> person.web().get(path).html())
                .collect(Collectors.joining())
                .replace(name, "")
                .replace(person.handle(), "")
                .replaceAll("name=\"(_csrf|request)\" value=\"[^\"]*\"|datetime=\"[^\"]*\"|since=[0-9]+", "")
                .replaceAll("[0-9]{1,2}:[0-9]{2}", "");
    }
}
