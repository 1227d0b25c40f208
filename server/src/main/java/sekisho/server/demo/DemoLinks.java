package sekisho.server.demo;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import sekisho.bank.AccountToken;
import sekisho.protocol.BankAnswer;
import sekisho.protocol.BankResult;
import sekisho.protocol.BookId;
import sekisho.protocol.CheckpointCommand;
import sekisho.protocol.LinkStatus;
import sekisho.protocol.OperationId;
import sekisho.protocol.Outcome;
import sekisho.protocol.Purpose;
import sekisho.protocol.Refused;
import sekisho.protocol.RequestId;
import sekisho.protocol.Token;
import sekisho.protocol.WalletId;
import sekisho.server.engine.ServerClients;
import sekisho.server.founding.SoftKey;
import sekisho.server.history.LinkState;
import sekisho.server.history.Links;
import sekisho.server.identity.PersonTokens;
import sekisho.server.linking.KeptAccounts;
import sekisho.server.people.Person;
import sekisho.server.problem.Fields;
import sekisho.server.problem.ProblemException;
import sekisho.server.problem.Refusals;

/** Links accounts as their owners would, without a browser: they agree, their bank signs that it is them, and they say so again. */
final class DemoLinks {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration PAUSE = Duration.ofMillis(20);
    private static final long WORD_MILLIS = 300_000;

    private final DemoEngine engine;
    private final Telephones telephones;
    private final PersonTokens tokens;
    private final KeptAccounts accounts;
    private final Links links;
    private final InstantSource clock;

    DemoLinks(
            DemoEngine engine,
            Telephones telephones,
            PersonTokens tokens,
            KeptAccounts accounts,
            Links links,
            InstantSource clock) {
        this.engine = engine;
        this.telephones = telephones;
        this.tokens = tokens;
        this.accounts = accounts;
        this.links = links;
        this.clock = clock;
    }

    /** The person's link at a bank, made if there is none that was ever active. */
    OperationId linked(Person person, DemoBank bank, DemoLink link) throws InterruptedException {
        Optional<OperationId> known = accounts.of(person.id(), link.bank()).stream()
                .filter(one -> links.changes(one).stream().anyMatch(change -> change.status() == LinkStatus.ACTIVE))
                .findFirst();
        return known.isPresent() ? known.get() : link(person, bank, link);
    }

    private OperationId link(Person person, DemoBank bank, DemoLink link) throws InterruptedException {
        var human = tokens.of(person.id()).orElseThrow().value();
        var owner = new Owner(
                Objects.requireNonNull(person.wallet()),
                new Token(human.getMostSignificantBits(), human.getLeastSignificantBits()),
                telephones.of(person.id()));
        var shown = new KeptAccounts.Shown(link.shownJa(), link.shownEn());
        return link(
                owner,
                bank,
                link.account(),
                made -> accounts.keep(made, person.id(), link.bank(), link.mandate(), shown));
    }

    /**
     * Whose wallet it is.
     *
     * @param human who its evidence names
     */
    record Owner(WalletId wallet, Token human, SoftKey telephone) {}

    /**
     * Links an account; the link is active when this returns.
     *
     * @param before keeps what the link means, before the engine has the bank's word
     */
    OperationId link(Owner owner, DemoBank bank, AccountToken account, Consumer<OperationId> before)
            throws InterruptedException {
        RequestId id = engine.newId();
        var ask = new CheckpointCommand.Ask(
                owner.wallet(), bank.bank().bank(), bank.founded().description().method(), random(), random());
        require(engine.say(id, ask, List.of(telephones.agree(owner.telephone(), id, ask))));
        OperationId link = OperationId.of(ServerClients.SERVER, id, 0);
        require(engine.say(new CheckpointCommand.Depart(owner.wallet(), link)));
        before.accept(link);
        var visit = new BankResult(
                BookId.FIRST,
                bank.bank().bank(),
                bank.founded().keyNumber(),
                owner.wallet(),
                owner.human(),
                link,
                ask.session(),
                new Token(account.high(), account.low()),
                ask.nonce(),
                Purpose.LINK,
                BankAnswer.MTCH,
                clock.millis() + WORD_MILLIS);
        report(bank, visit);
        report(bank, about(visit, Purpose.CONSENT, BankAnswer.CONFIRMED));
        awaitActive(link);
        return link;
    }

    private static BankResult about(BankResult visit, Purpose purpose, BankAnswer answer) {
        return new BankResult(
                visit.book(),
                visit.bank(),
                visit.key(),
                visit.wallet(),
                visit.person(),
                visit.link(),
                visit.session(),
                visit.account(),
                visit.nonce(),
                purpose,
                answer,
                visit.expires());
    }

    private void report(DemoBank bank, BankResult result) {
        require(engine.say(new CheckpointCommand.Report(result, bank.pen().apply(result))));
    }

    private void awaitActive(OperationId link) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (links.find(link)
                .map(LinkState::status)
                .filter(LinkStatus.ACTIVE::equals)
                .isEmpty()) {
            if (System.nanoTime() - deadline > 0) {
                throw new IllegalStateException("a link of the demo world is not active: " + links.find(link));
            }
            Thread.sleep(PAUSE);
        }
    }

    /** Somebody else may have the account already. */
    private static void require(Outcome outcome) {
        if (outcome instanceof Refused refused) {
            throw new ProblemException(Refusals.problem(refused, Fields.USUAL));
        }
    }

    private static Token random() {
        return new Token(RANDOM.nextLong(), RANDOM.nextLong() | 1);
    }
}
