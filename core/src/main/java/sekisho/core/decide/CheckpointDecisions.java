package sekisho.core.decide;

import org.jspecify.annotations.Nullable;
import sekisho.core.banks.Banks;
import sekisho.core.banks.Links;
import sekisho.core.checkpoint.CheckedLinks;
import sekisho.core.checkpoint.Windows;
import sekisho.core.ledger.Holders;
import sekisho.core.state.State;
import sekisho.core.trust.Trust;
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
import sekisho.protocol.Purpose;
import sekisho.protocol.Refusal;
import sekisho.protocol.Refused;
import sekisho.protocol.Request;
import sekisho.protocol.StateRecord.CheckedLinkRow;
import sekisho.protocol.StateRecord.DescriptionRow;
import sekisho.protocol.Token;
import sekisho.protocol.WalletId;
import sekisho.protocol.WindowKind;

/**
 * Decides the way of links through the checkpoint, up to the bank; what banks say of them: {@link BankResults}; of who need not be
 * a customer: {@link DoorDecisions}.
 */
final class CheckpointDecisions {

    /** How long a customer may be at the bank (ms). */
    static final long AT_BANK_MILLIS = 900_000;

    /** Most failed tries of a wallet, or on an account, within 24 hours. */
    static final int MOST_TRIES = 5;

    /** Most links of a wallet, closed ones too while they are remembered. */
    private static final int MOST_LINKS = 64;

    private final Bench bench;
    private final Parties parties;
    private final Floors floors;
    private final CheckpointSteps steps;
    private final BankResults results;
    private final DoorDecisions door;
    private final Trust trust;
    private final Holders holders;
    private final Banks banks;
    private final Links links;
    private final CheckedLinks checked;
    private final Windows windows;

    CheckpointDecisions(Bench bench, Parties parties, Floors floors, CheckpointSteps steps, DoorDecisions door) {
        this.door = door;
        this.bench = bench;
        this.parties = parties;
        this.floors = floors;
        this.steps = steps;
        results = new BankResults(bench, parties, floors, steps);
        State state = bench.state();
        trust = state.trust();
        holders = state.holders();
        banks = state.banks();
        links = state.links();
        checked = state.checkedLinks();
        windows = state.windows();
    }

    CheckpointOutcome decide(Request request, CheckpointCommand command) {
        if (!trust.founded(request.book().value())) {
            return new Refused(Refusal.BOOK_NOT_FOUNDED);
        }
        return switch (command) {
            case CheckpointCommand.Ask ask -> ask(request, ask);
            case CheckpointCommand.Depart depart -> depart(request.book(), depart);
            case CheckpointCommand.Report report -> results.report(request.book(), report);
            case CheckpointCommand.Again again -> again(request.book(), again);
            case CheckpointCommand.Suspend suspend -> suspend(request.book(), suspend);
            case CheckpointCommand.Knock knock -> door.knock(request, knock);
            case CheckpointCommand.Prove prove -> door.prove(request.book(), prove);
            case CheckpointCommand.LockAccount lock -> door.lock(request.book(), lock);
            case CheckpointCommand.LiftLock lift -> door.lift(request.book(), lift);
            case CheckpointCommand.RejectClaim reject -> door.reject(request.book(), reject);
        };
    }

    private CheckpointOutcome ask(Request request, CheckpointCommand.Ask ask) {
        BookId book = request.book();
        if (links.count() >= bench.capacity().links()) {
            return new Refused(Refusal.TABLE_FULL, bench.capacity().links());
        }
        int wallet = parties.wallet(book, ask.wallet());
        Refused refused = refusesWallet(book, wallet, ask.wallet());
        if (refused == null) {
            refused = refusesBank(book, ask.bank());
        }
        DescriptionRow description = trust.description(book, ask.bank());
        if (refused == null && description == null) {
            refused = new Refused(Refusal.BANK_NOT_DESCRIBED);
        }
        if (refused == null && description != null && description.description().method() != ask.method()) {
            refused = new Refused(
                    Refusal.METHOD_NOT_OF_BANK, description.description().method());
        }
        if (refused == null) {
            refused = refusesProtocol(book, ask.bank(), ask.method());
        }
        if (refused == null && holders.links(wallet) >= MOST_LINKS) {
            refused = new Refused(Refusal.TOO_MANY_LINKS, MOST_LINKS);
        }
        if (refused != null) {
            return refused;
        }

        links.add(wallet, request.operation(), banks.find(book, ask.bank()));
        CheckedLinkRow link = new CheckedLinkRow(
                book,
                request.operation(),
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
        return moved(link, LinkStatus.REQUESTED, LinkReason.ASKED);
    }

    private CheckpointOutcome moved(CheckedLinkRow link, LinkStatus status, LinkReason reason) {
        long until = bench.now() + AT_BANK_MILLIS;
        steps.move(link, status, reason, until);
        return new CheckpointOutcome.Moved(status, until);
    }

    private CheckpointOutcome depart(BookId book, CheckpointCommand.Depart depart) {
        CheckedLinkRow link = find(book, depart.wallet(), depart.link());
        if (link == null) {
            return new Refused(Refusal.LINK_NOT_FOUND);
        }
        if (steps.status(link) != LinkStatus.REQUESTED) {
            return new Refused(Refusal.LINK_NOT_REQUESTED);
        }
        Refused refused = refusesBank(book, link.bank());
        if (refused == null) {
            refused = refusesProtocol(book, link.bank(), link.method());
        }
        return refused != null ? refused : moved(link, LinkStatus.AT_BANK, LinkReason.DEPARTED);
    }

    private CheckpointOutcome again(BookId book, CheckpointCommand.Again again) {
        Refused refused = refusesWallet(book, parties.wallet(book, again.wallet()), again.wallet());
        if (refused != null) {
            return refused;
        }
        CheckedLinkRow link = find(book, again.wallet(), again.link());
        if (link == null) {
            return new Refused(Refusal.LINK_NOT_FOUND);
        }
        if (steps.status(link) != LinkStatus.SUSPENDED) {
            return new Refused(Refusal.LINK_NOT_SUSPENDED);
        }
        refused = refusesBank(book, link.bank());
        if (refused == null) {
            refused = refusesProtocol(book, link.bank(), link.method());
        }
        if (refused != null) {
            return refused;
        }

        return moved(
                link.asking(again.session(), again.nonce(), Purpose.REVERIFY), LinkStatus.REQUESTED, LinkReason.ASKED);
    }

    private CheckpointOutcome suspend(BookId book, CheckpointCommand.Suspend suspend) {
        CheckedLinkRow link = find(book, suspend.wallet(), suspend.link());
        if (link == null) {
            return new Refused(Refusal.LINK_NOT_FOUND);
        }
        LinkStatus status = steps.status(link);
        if (status != LinkStatus.ACTIVE
                && status != LinkStatus.COOLING_OFF
                && status != LinkStatus.WAITING_FOR_HOLDER) {
            return new Refused(Refusal.LINK_NOT_ACTIVE);
        }

        steps.move(link, LinkStatus.SUSPENDED, LinkReason.SUSPENDED_BY_STAFF, 0);
        return new CheckpointOutcome.Moved(LinkStatus.SUSPENDED, 0);
    }

    /** The wallet's checked link, or null. */
    private @Nullable CheckedLinkRow find(BookId book, WalletId wallet, OperationId link) {
        CheckedLinkRow row = checked.get(book, link);
        return row != null && row.wallet().equals(wallet) ? row : null;
    }

    /** Who asks: there, open, not frozen, sure enough who it is, and without too many failed tries. */
    private @Nullable Refused refusesWallet(BookId book, int row, WalletId wallet) {
        Refusal absent = parties.absentWallet(row);
        if (absent == null && parties.debitsFrozen(row)) {
            absent = Refusal.DEBITS_FROZEN;
        }
        if (absent == null && parties.creditsFrozen(row)) {
            absent = Refusal.CREDITS_FROZEN;
        }
        if (absent != null) {
            return new Refused(absent);
        }
        Refused unverified = floors.refuses(book, BankOperation.LINKS, wallet);
        if (unverified != null) {
            return unverified;
        }
        Windows.Key tries =
                new Windows.Key(book, WindowKind.WALLET_FAILURES, Currency.NONE, new Token(0, wallet.value()));
        return windows.in24Hours(tries) >= MOST_TRIES ? new Refused(Refusal.TOO_MANY_TRIES_WALLET, MOST_TRIES) : null;
    }

    private @Nullable Refused refusesBank(BookId book, BankId bank) {
        int row = banks.find(book, bank);
        if (row == 0) {
            return new Refused(Refusal.BANK_NOT_FOUND);
        }
        return banks.isOpen(row, BankOperation.LINKS) ? null : new Refused(Refusal.BANK_SUSPENDED);
    }

    private @Nullable Refused refusesProtocol(BookId book, BankId bank, int method) {
        Refused stopped = floors.refuses(book, method, BankOperation.LINKS);
        return stopped != null ? stopped : floors.refuses(book, BankOperation.LINKS, floors.strength(book, bank));
    }
}
