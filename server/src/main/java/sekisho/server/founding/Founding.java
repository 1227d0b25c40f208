package sekisho.server.founding;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import sekisho.gateway.Gateway;
import sekisho.gateway.Submission;
import sekisho.protocol.Assertion;
import sekisho.protocol.BankCommand;
import sekisho.protocol.BookId;
import sekisho.protocol.Command;
import sekisho.protocol.EvidenceKind;
import sekisho.protocol.Member;
import sekisho.protocol.Outcome;
import sekisho.protocol.PublicKey;
import sekisho.protocol.Refusal;
import sekisho.protocol.Refused;
import sekisho.protocol.RequestId;
import sekisho.protocol.TrustCommand;
import sekisho.server.engine.ServerClients;
import sekisho.server.identity.Worth;
import sekisho.server.passkey.RelyingParty.Place;
import sekisho.wire.Challenge;

/**
 * Founds the demo world's book: two members of staff who are files stand behind all that a book begins with. Saying it again
 * changes nothing. A production book is founded by two people. One thread at a time.
 */
public final class Founding {
    private static final int WALLETS_PER_PERSON = 2;

    private final Gateway gateway;
    private final SoftKeys keys;
    private final Books books;
    private final Worth worth;
    private final boolean demo;
    private final Supplier<Place> customers;
    private final Supplier<Place> staff;

    Founding(
            Gateway gateway,
            SoftKeys keys,
            Books books,
            Worth worth,
            boolean demo,
            Supplier<Place> customers,
            Supplier<Place> staff) {
        this.gateway = gateway;
        this.keys = keys;
        this.books = books;
        this.worth = worth;
        this.demo = demo;
        this.customers = customers;
        this.staff = staff;
    }

    /**
     * Who and what is trusted at the beginning.
     *
     * @param issuer the number of who signs evidence, 1 to 65,535
     */
    public record Plan(int issuer, PublicKey issuerKey, List<FoundedBank> banks) {
        public Plan {
            banks = List.copyOf(banks);
        }
    }

    /** Founds the book, and sets all that it begins with. @throws IllegalStateException if the engine refuses any of it */
    public void found(Plan plan) {
        require(
                submit(new TrustCommand.Found(
                        SoftKey.party(customers.get()),
                        SoftKey.party(staff.get()),
                        false,
                        WALLETS_PER_PERSON,
                        member(1),
                        member(2))),
                Refusal.BOOK_FOUNDED);
        FoundingRules.of(worth, false).forEach(rule -> require(approved(rule)));
        int all = Stream.of(EvidenceKind.values()).mapToInt(EvidenceKind::bit).sum();
        require(approved(new TrustCommand.TrustIssuer(plan.issuer(), all, plan.issuerKey())));
        for (FoundedBank bank : plan.banks()) {
            require(approved(new BankCommand.Register(bank.bank())), Refusal.BANK_EXISTS);
            require(
                    approved(new TrustCommand.Describe(bank.bank(), bank.description())),
                    Refusal.DESCRIPTION_NOT_NEWER);
            require(approved(new TrustCommand.TrustBankKey(bank.bank(), bank.keyNumber(), bank.key())));
        }
        books.note();
    }

    /** A member of staff with a passkey of their own. */
    public void enrol(Member member) {
        require(approved(new TrustCommand.EnrolStaff(member)), Refusal.STAFF_EXISTS);
    }

    /**
     * Both founders, behind a request of this server, in the demo world's book; nobody in another. A shop that is paid out waits for two
     * members of staff: in the demo world they are files.
     */
    public List<Assertion> behind(RequestId id, Command<?> command) {
        return demo && books.founded() ? signed(id, command) : List.of();
    }

    /** Has the engine do something with both founders behind it. */
    public Outcome approved(Command<?> command) {
        RequestId id = gateway.newId();
        return outcome(gateway.submit(ServerClients.SERVER, id, command, 0, signed(id, command)));
    }

    private List<Assertion> signed(RequestId id, Command<?> command) {
        var challenge = Challenge.of(BookId.FIRST, ServerClients.SERVER, id, 0, command);
        return Stream.of(1, 2)
                .map(number -> key(number).answer(challenge, staff.get()))
                .toList();
    }

    private Outcome submit(Command<?> command) {
        return outcome(gateway.submit(command));
    }

    private SoftKey key(int number) {
        return keys.of("founder-" + number);
    }

    private Member member(int number) {
        return new Member(number, key(number).credential(), key(number).publicKey());
    }

    private static Outcome outcome(Submission submission) {
        if (submission instanceof Submission.Answered answered) {
            return answered.answer().outcome();
        }
        throw new IllegalStateException("the engine did not answer: " + submission);
    }

    private static void require(Outcome outcome, Refusal... fine) {
        if (outcome instanceof Refused refused && !List.of(fine).contains(refused.reason())) {
            throw new IllegalStateException("the engine refused what a book begins with: " + refused.reason());
        }
    }
}
