package sekisho.core.decide;

import org.jspecify.annotations.Nullable;
import sekisho.core.banks.Banks;
import sekisho.core.checkpoint.CheckedLinks;
import sekisho.core.checkpoint.Windows;
import sekisho.core.identity.Identities;
import sekisho.core.state.State;
import sekisho.core.trust.Es256;
import sekisho.core.trust.Strength;
import sekisho.core.trust.Trust;
import sekisho.protocol.BankAnswer;
import sekisho.protocol.BankOperation;
import sekisho.protocol.BankResult;
import sekisho.protocol.BookId;
import sekisho.protocol.CheckpointCommand;
import sekisho.protocol.CheckpointOutcome;
import sekisho.protocol.Currency;
import sekisho.protocol.Event;
import sekisho.protocol.LinkReason;
import sekisho.protocol.LinkStatus;
import sekisho.protocol.LinkStrength;
import sekisho.protocol.Purpose;
import sekisho.protocol.Refusal;
import sekisho.protocol.Refused;
import sekisho.protocol.StateRecord.BankAccountRow;
import sekisho.protocol.StateRecord.BankKeyRow;
import sekisho.protocol.StateRecord.CheckedLinkRow;
import sekisho.protocol.StateRecord.DescriptionRow;
import sekisho.protocol.Token;
import sekisho.protocol.WindowKind;

/** Decides what banks say of links. A word that is not genuine, or is about something else, changes nothing. */
final class BankResults {

    /** How long a link waits for its holder (ms): 30 days. */
    private static final long WAITING_MILLIS = 30L * 86_400_000;

    private final Bench bench;
    private final Parties parties;
    private final Floors floors;
    private final CheckpointSteps steps;
    private final CleanTime clean;
    private final Trust trust;
    private final Identities identities;
    private final Banks banks;
    private final CheckedLinks checked;
    private final Windows windows;

    BankResults(Bench bench, Parties parties, Floors floors, CheckpointSteps steps) {
        clean = new CleanTime(bench);
        this.bench = bench;
        this.parties = parties;
        this.floors = floors;
        this.steps = steps;
        State state = bench.state();
        trust = state.trust();
        identities = state.identities();
        banks = state.banks();
        checked = state.checkedLinks();
        windows = state.windows();
    }

    CheckpointOutcome report(BookId book, CheckpointCommand.Report report) {
        BankResult result = report.result();
        Refused refused = refusesOrigin(book, report);
        if (refused != null) {
            return refused;
        }
        CheckedLinkRow link = checked.get(book, result.link());
        if (link == null) {
            return new Refused(Refusal.LINK_NOT_FOUND);
        }
        Refusal refusal = refusesBinding(link, result);
        if (refusal == null) {
            refusal = refusesPurpose(link, result);
        }
        if (refusal != null) {
            return new Refused(refusal);
        }
        return switch (result.purpose()) {
            case LINK, REVERIFY -> identified(link, result);
            case NOTICE -> told(link, result);
            case CONSENT -> consented(link, result);
            case DOOR, UNLOCK -> throw new IllegalStateException("refused before");
        };
    }

    private @Nullable Refused refusesOrigin(BookId book, CheckpointCommand.Report report) {
        BankResult result = report.result();
        if (!result.book().equals(book)) {
            return new Refused(Refusal.RESULT_OF_ANOTHER_BOOK);
        }
        BankKeyRow key = trust.bankKey(book, result.bank(), result.key());
        if (key == null) {
            return new Refused(Refusal.BANK_KEY_NOT_TRUSTED);
        }
        if (!Es256.verifies(key.key(), result.canonical(), report.signature())) {
            return new Refused(Refusal.RESULT_FORGED);
        }
        return result.expires() <= bench.now() ? new Refused(Refusal.RESULT_EXPIRED, result.expires()) : null;
    }

    private @Nullable Refusal refusesBinding(CheckedLinkRow link, BankResult result) {
        if (!link.bank().equals(result.bank())) {
            return Refusal.RESULT_OF_ANOTHER_BANK;
        }
        if (!link.wallet().equals(result.wallet())) {
            return Refusal.RESULT_FOR_ANOTHER_WALLET;
        }
        if (!identities.identity(link.book(), link.wallet()).person().equals(result.person())) {
            return Refusal.RESULT_FOR_ANOTHER_PERSON;
        }
        if (!link.session().equals(result.session())) {
            return Refusal.RESULT_FOR_ANOTHER_SESSION;
        }
        return link.nonce().equals(result.nonce()) ? null : Refusal.NONCE_NOT_KNOWN;
    }

    private @Nullable Refusal refusesPurpose(CheckedLinkRow link, BankResult result) {
        LinkStatus status = steps.status(link);
        return switch (result.purpose()) {
            case LINK, REVERIFY -> {
                if (link.purpose() != result.purpose()) {
                    yield Refusal.RESULT_FOR_ANOTHER_PURPOSE;
                }
                if (!link.open()) {
                    yield Refusal.NONCE_USED;
                }
                if (status != LinkStatus.AT_BANK) {
                    yield Refusal.LINK_NOT_AT_BANK;
                }
                if (link.purpose() == Purpose.REVERIFY && !link.account().equals(result.account())) {
                    yield Refusal.RESULT_FOR_ANOTHER_ACCOUNT;
                }
                yield refusesSwitches(link);
            }
            case NOTICE -> refusesHolder(link, result, status == LinkStatus.WAITING_FOR_HOLDER);
            case CONSENT ->
                refusesHolder(
                        link,
                        result,
                        status == LinkStatus.WAITING_FOR_HOLDER
                                || status == LinkStatus.COOLING_OFF
                                || status == LinkStatus.ACTIVE);
            case DOOR, UNLOCK -> Refusal.RESULT_FOR_ANOTHER_PURPOSE;
        };
    }

    /** Whoever was at the bank while it was stopped comes back to a closed gate. */
    private @Nullable Refusal refusesSwitches(CheckedLinkRow link) {
        if (!banks.isOpen(banks.find(link.book(), link.bank()), BankOperation.LINKS)) {
            return Refusal.BANK_SUSPENDED;
        }
        return trust.stopped(link.book(), link.method(), BankOperation.LINKS) ? Refusal.METHOD_STOPPED : null;
    }

    private static @Nullable Refusal refusesHolder(CheckedLinkRow link, BankResult result, boolean waiting) {
        if (!link.account().equals(result.account())) {
            return Refusal.RESULT_FOR_ANOTHER_ACCOUNT;
        }
        return waiting ? null : Refusal.LINK_NOT_WAITING;
    }

    private CheckpointOutcome identified(CheckedLinkRow link, BankResult result) {
        Refusal denied = denies(link, result);
        return denied == null ? matched(link, result) : denied(link, result, denied);
    }

    /** Why the bank's genuine word does not make a link, or null. */
    private @Nullable Refusal denies(CheckedLinkRow link, BankResult result) {
        Refusal answer = deniesAnswer(link, result);
        if (answer != null) {
            return answer;
        }
        Token owner = checked.owner(link.book(), link.bank(), result.account());
        if (owner.names() && !owner.equals(result.person())) {
            return Refusal.ACCOUNT_OF_ANOTHER_PERSON;
        }
        if (bench.state().locks().holding(link.book(), link.bank(), result.account()) != null) {
            return Refusal.ACCOUNT_LOCKED;
        }
        if (windows.in24Hours(failures(link, WindowKind.ACCOUNT_FAILURES, result.account()))
                >= CheckpointDecisions.MOST_TRIES) {
            return Refusal.TOO_MANY_TRIES_ACCOUNT;
        }
        if (parties.absentWallet(parties.wallet(link.book(), link.wallet())) != null) {
            return Refusal.WALLET_CLOSED;
        }
        // Whose account it would be is asked besides how sure that is: either alone keeps a nameless wallet out.
        if (!result.person().names() || floors.refuses(link.book(), BankOperation.LINKS, link.wallet()) != null) {
            return Refusal.WALLET_UNVERIFIED;
        }
        return floors.refuses(link.book(), BankOperation.LINKS, floors.strength(link.book(), link.bank())) == null
                ? null
                : Refusal.LINK_BELOW_FLOOR;
    }

    private @Nullable Refusal deniesAnswer(CheckedLinkRow link, BankResult result) {
        DescriptionRow row = trust.description(link.book(), link.bank());
        BankAnswer believed = row == null ? BankAnswer.NOAP : Strength.believed(result.answer(), row.description());
        return switch (believed) {
            case MTCH -> null;
            case CMTC -> floors.floor(link.book(), BankOperation.LINKS).closeMatch() ? null : Refusal.CLOSE_MATCH_ONLY;
            case NMTC -> Refusal.NO_MATCH;
            case NOAP -> Refusal.MATCH_NOT_POSSIBLE;
            case FAILED -> Refusal.IDENTIFICATION_FAILED;
            case DELIVERED, UNDELIVERED, YOUNG_CONTACT, CONFIRMED, OBJECTED ->
                throw new IllegalStateException("no bank answers so when it is asked for this");
        };
    }

    private CheckpointOutcome denied(CheckedLinkRow link, BankResult result, Refusal reason) {
        windows.count(failures(link, WindowKind.ACCOUNT_FAILURES, result.account()), 1);
        windows.count(
                failures(
                        link,
                        WindowKind.WALLET_FAILURES,
                        new Token(0, link.wallet().value())),
                1);
        windows.count(
                failures(
                        link, WindowKind.BANK_FAILURES, new Token(0, link.bank().code())),
                1);
        clean.ends(link.book(), link.bank(), result.account());
        clean.ends(link.book(), link.wallet());
        bench.events()
                .tell(new Event.TryFailed(link.link(), link.wallet(), link.bank(), result.account(), reason.code()));
        boolean known = link.purpose() == Purpose.REVERIFY;
        steps.move(
                link.answered(link.account(), link.strength()),
                known ? LinkStatus.SUSPENDED : LinkStatus.CLOSED,
                LinkReason.DENIED,
                0);
        return new CheckpointOutcome.Denied(reason);
    }

    private static Windows.Key failures(CheckedLinkRow link, WindowKind kind, Token by) {
        return new Windows.Key(link.book(), kind, Currency.NONE, by);
    }

    private CheckpointOutcome matched(CheckedLinkRow link, BankResult result) {
        LinkStrength strength = floors.strength(link.book(), link.bank());
        if (checked.account(link.book(), link.bank(), result.account()) == null) {
            checked.put(new BankAccountRow(link.book(), link.bank(), result.account(), result.person(), 0));
        }
        CheckedLinkRow matched = link.answered(result.account(), strength);
        if (strength == LinkStrength.PHISHING_RESISTANT || link.confirmed()) {
            return coolingOff(matched, LinkReason.MATCHED);
        }
        long until = bench.now() + WAITING_MILLIS;
        steps.move(matched, LinkStatus.WAITING_FOR_HOLDER, LinkReason.MATCHED, until);
        return new CheckpointOutcome.Moved(LinkStatus.WAITING_FOR_HOLDER, until);
    }

    private CheckpointOutcome coolingOff(CheckedLinkRow link, LinkReason reason) {
        long until = bench.now() + floors.objectionMillis(link.book(), link.bank());
        steps.move(link, LinkStatus.COOLING_OFF, reason, until);
        return new CheckpointOutcome.Moved(LinkStatus.COOLING_OFF, until);
    }

    /** The holder was told, or was not. Silence after it is consent only on the labelled weak path. */
    private CheckpointOutcome told(CheckedLinkRow link, BankResult result) {
        boolean delivered = result.answer() == BankAnswer.DELIVERED;
        if (delivered && link.strength() == LinkStrength.WEAK_NOTICED) {
            return coolingOff(link, LinkReason.NOTICE_DELIVERED);
        }
        LinkReason reason = delivered
                ? LinkReason.NOTICE_DELIVERED
                : result.answer() == BankAnswer.YOUNG_CONTACT
                        ? LinkReason.NOTICE_TO_YOUNG_CONTACT
                        : LinkReason.NOTICE_NOT_DELIVERED;
        return stays(link, reason);
    }

    private CheckpointOutcome stays(CheckedLinkRow link, LinkReason reason) {
        LinkStatus status = steps.status(link);
        steps.move(link, status, reason, link.until());
        return new CheckpointOutcome.Moved(status, link.until());
    }

    private CheckpointOutcome consented(CheckedLinkRow link, BankResult result) {
        if (result.answer() == BankAnswer.OBJECTED) {
            clean.ends(link);
            steps.move(link, LinkStatus.CLOSED, LinkReason.OBJECTED, 0);
            return new CheckpointOutcome.Moved(LinkStatus.CLOSED, 0);
        }
        CheckedLinkRow agreed = link.agreed();
        return steps.status(link) == LinkStatus.WAITING_FOR_HOLDER
                ? coolingOff(agreed, LinkReason.CONFIRMED)
                : stays(agreed, LinkReason.CONFIRMED);
    }
}
