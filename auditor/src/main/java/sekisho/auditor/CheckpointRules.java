package sekisho.auditor;

import java.util.List;
import org.jspecify.annotations.Nullable;
import sekisho.protocol.BankId;
import sekisho.protocol.BankOperation;
import sekisho.protocol.BookId;
import sekisho.protocol.CheckpointCommand;
import sekisho.protocol.CheckpointOutcome;
import sekisho.protocol.Currency;
import sekisho.protocol.LinkReason;
import sekisho.protocol.LinkStatus;
import sekisho.protocol.LinkStrength;
import sekisho.protocol.OperationId;
import sekisho.protocol.Outcome;
import sekisho.protocol.Purpose;
import sekisho.protocol.Refusal;
import sekisho.protocol.Refused;
import sekisho.protocol.StateRecord.CheckedLinkRow;
import sekisho.protocol.StateRecord.DescriptionRow;
import sekisho.protocol.Token;
import sekisho.protocol.WalletId;
import sekisho.protocol.WindowKind;

/** Section 8, "Links": up to the bank's door. */
final class CheckpointRules {

    private static final long QUARTER_HOUR = 900_000;
    private static final int MOST_LINKS = 64;
    static final int MOST_TRIES = 5;

    private final State state;
    private final FoundedTables tables;
    private final Holders holders;
    private final Banks banks;
    private final FloorRules floors;
    private final LinkSteps steps;
    private final WindowSums windows;
    private final ResultRules results;
    private final DoorRules door;

    CheckpointRules(
            State state,
            Holders holders,
            Banks banks,
            FloorRules floors,
            LinkSteps steps,
            WindowSums windows,
            DoorRules door) {
        this.door = door;
        this.state = state;
        this.holders = holders;
        this.banks = banks;
        this.floors = floors;
        this.steps = steps;
        this.windows = windows;
        tables = state.founded;
        results = new ResultRules(state, holders, banks, floors, steps, windows);
    }

    Outcome decide(BookId book, OperationId self, CheckpointCommand command) {
        if (!tables.founded(book)) {
            return new Refused(Refusal.BOOK_NOT_FOUNDED);
        }
        return switch (command) {
            case CheckpointCommand.Ask ask -> ask(book, self, ask);
            case CheckpointCommand.Depart depart -> depart(book, depart);
            case CheckpointCommand.Report report -> results.report(book, report);
            case CheckpointCommand.Again again -> again(book, again);
            case CheckpointCommand.Suspend suspend -> suspend(book, suspend);
            case CheckpointCommand.Knock knock -> door.knock(book, self, knock);
            case CheckpointCommand.Prove prove -> door.prove(book, prove);
            case CheckpointCommand.LockAccount lock -> door.lock(book, lock);
            case CheckpointCommand.LiftLock lift -> door.lift(book, lift);
            case CheckpointCommand.RejectClaim reject -> door.reject(book, reject);
        };
    }

    private Outcome ask(BookId book, OperationId self, CheckpointCommand.Ask ask) {
        DescriptionRow row = tables.descriptions.find(new Keys.Bank(book, ask.bank()));
        int method = row == null ? 0 : row.description().method();
        Refused refused = Check.first(
                () -> Check.when(
                        state.links.size() >= state.capacity.links(), Refusal.TABLE_FULL, state.capacity.links()),
                () -> notFit(book, ask.wallet()),
                () -> notOpen(book, ask.bank()),
                () -> Check.when(row == null, Refusal.BANK_NOT_DESCRIBED),
                () -> Check.when(method != ask.method(), Refusal.METHOD_NOT_OF_BANK, method),
                () -> notAllowed(book, ask.bank(), ask.method()),
                () -> Check.when(
                        state.linksOf
                                        .getOr(Keys.Holder.of(book, ask.wallet()), List.of())
                                        .size()
                                >= MOST_LINKS,
                        Refusal.TOO_MANY_LINKS,
                        MOST_LINKS));
        if (refused != null) {
            return refused;
        }
        CheckedLinkRow link = new CheckedLinkRow(
                book,
                self,
                ask.wallet(),
                ask.bank(),
                ask.method(),
                ask.session(),
                ask.nonce(),
                true,
                Purpose.LINK,
                Token.NONE,
                LinkStrength.NONE,
                false,
                0,
                0);
        steps.add(link);
        return moved(link, LinkStatus.REQUESTED, LinkReason.ASKED);
    }

    private Outcome moved(CheckedLinkRow link, LinkStatus status, LinkReason reason) {
        long until = state.now.get() + QUARTER_HOUR;
        steps.move(link, status, reason, until);
        return new CheckpointOutcome.Moved(status, until);
    }

    private @Nullable CheckedLinkRow find(BookId book, WalletId wallet, OperationId id) {
        CheckedLinkRow link = tables.links.find(new Keys.Started(book, id));
        return link == null || !link.wallet().equals(wallet) ? null : link;
    }

    private Outcome depart(BookId book, CheckpointCommand.Depart depart) {
        CheckedLinkRow link = find(book, depart.wallet(), depart.link());
        if (link == null) {
            return new Refused(Refusal.LINK_NOT_FOUND);
        }
        Refused refused = Check.first(
                () -> Check.when(steps.status(link) != LinkStatus.REQUESTED, Refusal.LINK_NOT_REQUESTED),
                () -> notOpen(book, link.bank()),
                () -> notAllowed(book, link.bank(), link.method()));
        return refused != null ? refused : moved(link, LinkStatus.AT_BANK, LinkReason.DEPARTED);
    }

    private Outcome again(BookId book, CheckpointCommand.Again again) {
        CheckedLinkRow link = find(book, again.wallet(), again.link());
        Refused refused =
                Check.first(() -> notFit(book, again.wallet()), () -> Check.when(link == null, Refusal.LINK_NOT_FOUND));
        if (refused != null || link == null) {
            return refused != null ? refused : new Refused(Refusal.LINK_NOT_FOUND);
        }
        refused = Check.first(
                () -> Check.when(steps.status(link) != LinkStatus.SUSPENDED, Refusal.LINK_NOT_SUSPENDED),
                () -> notOpen(book, link.bank()),
                () -> notAllowed(book, link.bank(), link.method()));
        return refused != null
                ? refused
                : moved(
                        link.asking(again.session(), again.nonce(), Purpose.REVERIFY),
                        LinkStatus.REQUESTED,
                        LinkReason.ASKED);
    }

    private Outcome suspend(BookId book, CheckpointCommand.Suspend suspend) {
        CheckedLinkRow link = find(book, suspend.wallet(), suspend.link());
        if (link == null) {
            return new Refused(Refusal.LINK_NOT_FOUND);
        }
        return switch (steps.status(link)) {
            case ACTIVE, COOLING_OFF, WAITING_FOR_HOLDER -> {
                steps.move(link, LinkStatus.SUSPENDED, LinkReason.SUSPENDED_BY_STAFF, 0);
                yield new CheckpointOutcome.Moved(LinkStatus.SUSPENDED, 0);
            }
            case REQUESTED, AT_BANK, SUSPENDED, CLOSED -> new Refused(Refusal.LINK_NOT_ACTIVE);
        };
    }

    private @Nullable Refused notFit(BookId book, WalletId wallet) {
        Keys.Holder holder = Keys.Holder.of(book, wallet);
        var tries =
                new FoundedTables.Window(book, WindowKind.WALLET_FAILURES, Currency.NONE, new Token(0, wallet.value()));
        return Check.first(
                () -> holders.notOpen(book, wallet),
                () -> holders.debitsFrozen(holder),
                () -> holders.creditsFrozen(holder),
                () -> floors.unverified(book, BankOperation.LINKS, wallet),
                () -> Check.when(windows.inDay(tries) >= MOST_TRIES, Refusal.TOO_MANY_TRIES_WALLET, MOST_TRIES));
    }

    private @Nullable Refused notOpen(BookId book, BankId bank) {
        return Check.first(() -> banks.unknown(book, bank), () -> banks.suspended(book, bank, BankOperation.LINKS));
    }

    private @Nullable Refused notAllowed(BookId book, BankId bank, int method) {
        return Check.first(
                () -> floors.stopped(book, method, BankOperation.LINKS),
                () -> floors.tooWeak(book, BankOperation.LINKS, floors.strength(book, bank)));
    }
}
