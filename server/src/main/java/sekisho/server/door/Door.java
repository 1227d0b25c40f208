package sekisho.server.door;

import java.lang.System.Logger.Level;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import sekisho.bank.redirect.DoorReading;
import sekisho.bank.redirect.DoorTerms;
import sekisho.bank.redirect.Factor;
import sekisho.bank.redirect.SentDoorRequest;
import sekisho.bank.redirect.SignedDoorResult;
import sekisho.gateway.Gateway;
import sekisho.gateway.Submission;
import sekisho.protocol.BankId;
import sekisho.protocol.BookId;
import sekisho.protocol.CheckpointCommand;
import sekisho.protocol.CheckpointOutcome;
import sekisho.protocol.LockStatus;
import sekisho.protocol.OperationId;
import sekisho.protocol.Outcome;
import sekisho.protocol.RequestId;
import sekisho.protocol.Token;
import sekisho.server.engine.ServerClients;
import sekisho.server.founding.Books;
import sekisho.server.linking.SupportedBank;
import sekisho.server.linking.SupportedBanks;

/**
 * Takes somebody whom nobody knows to their bank and back, and brings the engine what the bank has signed. The engine decides; this
 * brings, and tells no more than was proved. Any thread.
 */
final class Door {
    private static final System.Logger LOG = System.getLogger(Door.class.getName());

    /** What a weak proof brings at most. The lock's own end is not told: it would tell of an earlier one. */
    static final Duration WEAK_LOCK = Duration.ofDays(3);

    private final @Nullable DoorRedirect redirect;
    private final DoorVisits visits;
    private final SupportedBanks banks;
    private final Gateway gateway;
    private final Books books;
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();

    Door(
            @Nullable DoorRedirect redirect,
            DoorVisits visits,
            SupportedBanks banks,
            Gateway gateway,
            Books books,
            InstantSource clock) {
        this.redirect = redirect;
        this.visits = visits;
        this.banks = banks;
        this.gateway = gateway;
        this.books = books;
        this.clock = clock;
    }

    /**
     * What leads to the bank.
     *
     * @param visit by which this browser asks later what became of it
     * @param form the field {@code request} of the form
     */
    record Leaving(String visit, String form, int matchingNumber, Instant until) {}

    /** Whether there is a door: a way to banks, and an engine that has locks. */
    boolean ready() {
        return redirect != null && books.founded();
    }

    private DoorRedirect redirect() {
        return Objects.requireNonNull(redirect, "there is no way to banks");
    }

    /** Tells the engine that somebody knocks, and signs what the bank is asked; empty: this bank cannot be asked for this now. */
    Optional<Leaving> knock(SupportedBank bank, Errand errand, String session) {
        RequestId id = gateway.newId();
        var knock = new CheckpointCommand.Knock(
                bank.bank(), bank.method(), errand.purpose().inStatements(), token(), token());
        Optional<Outcome> outcome = outcome(gateway.submit(ServerClients.SERVER, id, knock, 0, java.util.List.of()));
        if (outcome.filter(CheckpointOutcome.Expected.class::isInstance).isEmpty()) {
            LOG.log(
                    Level.WARNING,
                    "nobody can be sent to bank {0} from the door: {1}",
                    bank.bank().code(),
                    outcome);
            return Optional.empty();
        }
        var terms = new DoorTerms(
                BookId.FIRST,
                bank.bank(),
                bank.statementKey(),
                OperationId.of(ServerClients.SERVER, id, 0),
                knock.session(),
                knock.nonce());
        var binding = BrowserBinding.next(random);
        var signed = redirect().sign(bank, errand, binding.of(session), terms);
        var visit = new DoorVisit(errand, binding, SentDoorRequest.of(signed.request(), signed.form()), null);
        visits.keep(visit);
        var asked = signed.request().asked();
        return Optional.of(new Leaving(visit.nonce(), signed.form(), asked.matchingNumber(), asked.expiresAt()));
    }

    /** Brings the engine what a bank said, once. What became of it is kept with the visit, and told by {@link #visit}. */
    void comeBack(String result, String session) {
        Optional<DoorVisit> found = redirect().nonce(result).flatMap(this::visit);
        if (found.isEmpty()) {
            LOG.log(Level.INFO, "a bank's answer belongs to nobody who knocked");
            return;
        }
        DoorVisit visit = found.get();
        Optional<DoorReading.Accepted> read =
                redirect().read(result, visit, visit.binding().of(session));
        if (read.isEmpty() || !visits.take(visit)) {
            return;
        }
        Optional<SignedDoorResult> said = read.get().said();
        if (said.isPresent()) {
            visits.became(visit, prove(visit.errand(), said.get(), twoFactors(read.get())));
        }
    }

    /** A visit with what became of it. */
    Optional<DoorVisit> visit(String nonce) {
        // Read before: while a row is read, its connection is held, and whoever wants another may wait for it for ever.
        var known = banks.all().stream().collect(Collectors.toMap(SupportedBank::bank, Function.identity()));
        return visits.find(nonce, redirect().issuer(), new DoorVisits.Banks() {
            @Override
            public URI issuer(BankId bank) {
                return known(known, bank).issuer();
            }

            @Override
            public int key(BankId bank) {
                return known(known, bank).statementKey();
            }
        });
    }

    private static SupportedBank known(Map<BankId, SupportedBank> known, BankId bank) {
        return Objects.requireNonNull(known.get(bank), "a visit's bank is no more supported");
    }

    private DoorVisit.Answered prove(Errand errand, SignedDoorResult said, boolean twoFactors) {
        Token account = said.result().account();
        Instant now = clock.instant();
        Optional<Outcome> outcome =
                outcome(gateway.submit(new CheckpointCommand.Prove(said.result(), said.signature())));
        if (outcome.isPresent() && outcome.get() instanceof CheckpointOutcome.Locked(var status, var until)) {
            return locked(errand, account, status, until, twoFactors, now);
        }
        LOG.log(Level.INFO, "a proof at the door came to nothing: {0}", outcome);
        return new DoorVisit.Answered(Became.NO, account, null, null, now);
    }

    /** Somebody who can unlock has proved enough to be told how the lock stands; of who locks, the engine and the visit have to say so. */
    private static DoorVisit.Answered locked(
            Errand errand, Token account, LockStatus status, long until, boolean twoFactors, Instant now) {
        boolean told = errand == Errand.UNLOCK || (status == LockStatus.STRONG && twoFactors);
        if (!told) {
            return new DoorVisit.Answered(Became.NOTED, account, status, now.plus(WEAK_LOCK), now);
        }
        @Nullable Instant end = until == 0 ? null : Instant.ofEpochMilli(until);
        Became became = switch (status) {
            case OPEN -> Became.OPEN;
            case WEAK, STRONG -> Became.LOCKED;
            case LIFTING -> Became.UNLOCKING;
        };
        return new DoorVisit.Answered(became, account, status, end, now);
    }

    /** Whether the bank says that it asked for two kinds of proof, one of which is another each time. */
    private static boolean twoFactors(DoorReading.Accepted read) {
        var factors = read.result().factors();
        return factors.stream().map(Factor::kind).distinct().count() >= 2
                && factors.stream().anyMatch(Factor::dynamic);
    }

    private static Optional<Outcome> outcome(Submission submission) {
        return submission instanceof Submission.Answered answered
                ? Optional.of(answered.answer().outcome())
                : Optional.empty();
    }

    private Token token() {
        return new Token(random.nextLong(), random.nextLong() | 1);
    }
}
