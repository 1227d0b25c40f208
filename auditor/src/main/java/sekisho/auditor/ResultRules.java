package sekisho.auditor;

import java.util.List;
import org.jspecify.annotations.Nullable;
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
import sekisho.protocol.Outcome;
import sekisho.protocol.Purpose;
import sekisho.protocol.Refusal;
import sekisho.protocol.Refused;
import sekisho.protocol.StateRecord.BankAccountRow;
import sekisho.protocol.StateRecord.BankKeyRow;
import sekisho.protocol.StateRecord.CheckedLinkRow;
import sekisho.protocol.Token;
import sekisho.protocol.WindowKind;

/** Section 8, "Results": what banks say. */
final class ResultRules {

    private static final long THIRTY_DAYS = 2_592_000_000L;

    private final State state;
    private final FoundedTables tables;
    private final Holders holders;
    private final Banks banks;
    private final FloorRules floors;
    private final LinkSteps steps;
    private final WindowSums windows;
    private final CleanRules clean;

    ResultRules(State state, Holders holders, Banks banks, FloorRules floors, LinkSteps steps, WindowSums windows) {
        this.state = state;
        this.holders = holders;
        this.banks = banks;
        this.floors = floors;
        this.steps = steps;
        this.windows = windows;
        clean = new CleanRules(state);
        tables = state.founded;
    }

    Outcome report(BookId book, CheckpointCommand.Report report) {
        BankResult result = report.result();
        BankKeyRow key = tables.bankKeys.find(List.of(book, result.bank(), result.key()));
        CheckedLinkRow link = tables.links.find(new Keys.Started(book, result.link()));
        Refused refused = Check.first(
                () -> Check.when(!result.book().equals(book), Refusal.RESULT_OF_ANOTHER_BOOK),
                () -> Check.when(key == null, Refusal.BANK_KEY_NOT_TRUSTED),
                () -> Check.when(
                        key != null && !Signed.by(key.key(), Signed.bytes(result), report.signature()),
                        Refusal.RESULT_FORGED),
                () -> Check.when(result.expires() <= state.now.get(), Refusal.RESULT_EXPIRED, result.expires()),
                () -> Check.when(link == null, Refusal.LINK_NOT_FOUND),
                () -> link == null ? null : foreign(link, result),
                () -> link == null ? null : untimely(link, result));
        if (refused != null || link == null) {
            return refused != null ? refused : new Refused(Refusal.LINK_NOT_FOUND);
        }
        return switch (result.answer()) {
            case MTCH, CMTC, NMTC, NOAP, FAILED -> identified(link, result);
            case DELIVERED ->
                link.strength() == LinkStrength.WEAK_NOTICED
                        ? coolOff(link, LinkReason.NOTICE_DELIVERED)
                        : stay(link, LinkReason.NOTICE_DELIVERED);
            case UNDELIVERED -> stay(link, LinkReason.NOTICE_NOT_DELIVERED);
            case YOUNG_CONTACT -> stay(link, LinkReason.NOTICE_TO_YOUNG_CONTACT);
            case CONFIRMED ->
                steps.status(link) == LinkStatus.WAITING_FOR_HOLDER
                        ? coolOff(link.agreed(), LinkReason.CONFIRMED)
                        : stay(link.agreed(), LinkReason.CONFIRMED);
            case OBJECTED -> {
                clean.spoilt(link.book(), link.bank(), link.account());
                clean.spoilt(link.book(), link.wallet());
                steps.move(link, LinkStatus.CLOSED, LinkReason.OBJECTED, 0);
                yield new CheckpointOutcome.Moved(LinkStatus.CLOSED, 0);
            }
        };
    }

    private @Nullable Refused foreign(CheckedLinkRow link, BankResult result) {
        Token person = floors.person(link.book(), link.wallet());
        return Check.first(
                () -> Check.when(!result.bank().equals(link.bank()), Refusal.RESULT_OF_ANOTHER_BANK),
                () -> Check.when(!result.wallet().equals(link.wallet()), Refusal.RESULT_FOR_ANOTHER_WALLET),
                () -> Check.when(!result.person().equals(person), Refusal.RESULT_FOR_ANOTHER_PERSON),
                () -> Check.when(!result.session().equals(link.session()), Refusal.RESULT_FOR_ANOTHER_SESSION),
                () -> Check.when(!result.nonce().equals(link.nonce()), Refusal.NONCE_NOT_KNOWN));
    }

    private @Nullable Refused untimely(CheckedLinkRow link, BankResult result) {
        LinkStatus status = steps.status(link);
        boolean account = result.account().equals(link.account());
        boolean waits = status == LinkStatus.WAITING_FOR_HOLDER;
        boolean stands = waits || status == LinkStatus.COOLING_OFF || status == LinkStatus.ACTIVE;
        return switch (result.purpose()) {
            case DOOR, UNLOCK -> new Refused(Refusal.RESULT_FOR_ANOTHER_PURPOSE);
            case LINK, REVERIFY ->
                Check.first(
                        () -> Check.when(result.purpose() != link.purpose(), Refusal.RESULT_FOR_ANOTHER_PURPOSE),
                        () -> Check.when(!link.open(), Refusal.NONCE_USED),
                        () -> Check.when(status != LinkStatus.AT_BANK, Refusal.LINK_NOT_AT_BANK),
                        () -> Check.when(
                                result.purpose() == Purpose.REVERIFY && !account, Refusal.RESULT_FOR_ANOTHER_ACCOUNT),
                        () -> banks.suspended(link.book(), link.bank(), BankOperation.LINKS),
                        () -> floors.stopped(link.book(), link.method(), BankOperation.LINKS));
            case NOTICE ->
                Check.first(
                        () -> Check.when(!account, Refusal.RESULT_FOR_ANOTHER_ACCOUNT),
                        () -> Check.when(!waits, Refusal.LINK_NOT_WAITING));
            case CONSENT ->
                Check.first(
                        () -> Check.when(!account, Refusal.RESULT_FOR_ANOTHER_ACCOUNT),
                        () -> Check.when(!stands, Refusal.LINK_NOT_WAITING));
        };
    }

    private Outcome identified(CheckedLinkRow link, BankResult result) {
        Refusal reason = notGoodEnough(link, result);
        if (reason != null) {
            return deny(link, result, reason);
        }
        LinkStrength strength = floors.strength(link.book(), link.bank());
        List<Object> account = List.of(link.book(), link.bank(), result.account());
        if (!tables.accounts.has(account)) {
            tables.accounts.put(
                    account, new BankAccountRow(link.book(), link.bank(), result.account(), result.person(), 0));
        }
        CheckedLinkRow matched = link.answered(result.account(), strength);
        if (link.confirmed() || strength == LinkStrength.PHISHING_RESISTANT) {
            return coolOff(matched, LinkReason.MATCHED);
        }
        long until = state.now.get() + THIRTY_DAYS;
        steps.move(matched, LinkStatus.WAITING_FOR_HOLDER, LinkReason.MATCHED, until);
        return new CheckpointOutcome.Moved(LinkStatus.WAITING_FOR_HOLDER, until);
    }

    private @Nullable Refusal notGoodEnough(CheckedLinkRow link, BankResult result) {
        BankAnswer meant = floors.meant(link.book(), link.bank(), result.answer());
        boolean close = floors.floor(link.book(), BankOperation.LINKS).closeMatch();
        if (meant == BankAnswer.FAILED) {
            return Refusal.IDENTIFICATION_FAILED;
        } else if (meant == BankAnswer.NMTC) {
            return Refusal.NO_MATCH;
        } else if (meant == BankAnswer.NOAP) {
            return Refusal.MATCH_NOT_POSSIBLE;
        } else if (meant == BankAnswer.CMTC && !close) {
            return Refusal.CLOSE_MATCH_ONLY;
        }
        BankAccountRow account = tables.accounts.find(List.of(link.book(), link.bank(), result.account()));
        if (account != null && !account.person().equals(result.person())) {
            return Refusal.ACCOUNT_OF_ANOTHER_PERSON;
        }
        var locked = new LockRules.Account(link.book(), link.bank(), result.account());
        if (tables.holding(locked, state.now.get()) != null) {
            return Refusal.ACCOUNT_LOCKED;
        }
        if (windows.inDay(window(link, WindowKind.ACCOUNT_FAILURES, result.account())) >= CheckpointRules.MOST_TRIES) {
            return Refusal.TOO_MANY_TRIES_ACCOUNT;
        }
        if (holders.notOpen(link.book(), link.wallet()) != null) {
            return Refusal.WALLET_CLOSED;
        }
        if (floors.unverified(link.book(), BankOperation.LINKS, link.wallet()) != null) {
            return Refusal.WALLET_UNVERIFIED;
        }
        boolean weak =
                floors.tooWeak(link.book(), BankOperation.LINKS, floors.strength(link.book(), link.bank())) != null;
        return weak ? Refusal.LINK_BELOW_FLOOR : null;
    }

    private Outcome deny(CheckedLinkRow link, BankResult result, Refusal reason) {
        int slot = windows.slotNow();
        windows.add(window(link, WindowKind.ACCOUNT_FAILURES, result.account()), slot, 1);
        windows.add(
                window(
                        link,
                        WindowKind.WALLET_FAILURES,
                        new Token(0, link.wallet().value())),
                slot,
                1);
        windows.add(
                window(link, WindowKind.BANK_FAILURES, new Token(0, link.bank().code())), slot, 1);
        clean.spoilt(link.book(), link.bank(), result.account());
        clean.spoilt(link.book(), link.wallet());
        state.emit(new Event.TryFailed(link.link(), link.wallet(), link.bank(), result.account(), reason.code()));
        steps.move(
                link.answered(link.account(), link.strength()),
                link.purpose() == Purpose.REVERIFY ? LinkStatus.SUSPENDED : LinkStatus.CLOSED,
                LinkReason.DENIED,
                0);
        return new CheckpointOutcome.Denied(reason);
    }

    private static FoundedTables.Window window(CheckedLinkRow link, WindowKind kind, Token by) {
        return new FoundedTables.Window(link.book(), kind, Currency.NONE, by);
    }

    private Outcome coolOff(CheckedLinkRow link, LinkReason reason) {
        long until = state.now.get() + floors.objection(link);
        steps.move(link, LinkStatus.COOLING_OFF, reason, until);
        return new CheckpointOutcome.Moved(LinkStatus.COOLING_OFF, until);
    }

    private Outcome stay(CheckedLinkRow link, LinkReason reason) {
        LinkStatus status = steps.status(link);
        steps.move(link, status, reason, link.until());
        return new CheckpointOutcome.Moved(status, link.until());
    }
}
