package sekisho.auditor;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sekisho.protocol.BankOperation;
import sekisho.protocol.BookId;
import sekisho.protocol.DeadlineKind;
import sekisho.protocol.Event;
import sekisho.protocol.LinkCommand;
import sekisho.protocol.LinkOutcome;
import sekisho.protocol.LinkReason;
import sekisho.protocol.LinkStatus;
import sekisho.protocol.OperationId;
import sekisho.protocol.Outcome;
import sekisho.protocol.Refusal;
import sekisho.protocol.Refused;
import sekisho.protocol.StateRecord.LinkRow;
import sekisho.protocol.WalletId;

/** Section 6, "Links and banks": links. */
final class LinkRules {

    private static final int MOST = 16;

    private final State state;
    private final Holders holders;
    private final Banks banks;
    private final Deadlines deadlines;
    private final LinkSteps steps;

    LinkRules(State state, Holders holders, Banks banks, Deadlines deadlines, LinkSteps steps) {
        this.steps = steps;
        this.state = state;
        this.holders = holders;
        this.banks = banks;
        this.deadlines = deadlines;
    }

    Outcome decide(BookId book, OperationId self, LinkCommand command) {
        boolean guarded = state.founded.founded(book) && !(command instanceof LinkCommand.Close);
        Refused refused = guarded ? new Refused(Refusal.LINK_NEEDS_CHECKPOINT) : refusal(book, command);
        return refused != null ? refused : apply(book, self, command);
    }

    private @Nullable Refused refusal(BookId book, LinkCommand command) {
        return switch (command) {
            case LinkCommand.Request request ->
                Check.first(
                        () -> Check.when(
                                state.links.size() >= state.capacity.links(),
                                Refusal.TABLE_FULL,
                                state.capacity.links()),
                        () -> notActing(book, request.wallet()),
                        () -> banks.unknown(book, request.bank()),
                        () -> banks.suspended(book, request.bank(), BankOperation.LINKS),
                        () -> Check.when(of(book, request.wallet()).size() >= MOST, Refusal.TOO_MANY_LINKS, MOST));
            case LinkCommand.Activate activate ->
                Check.first(() -> notActing(book, activate.wallet()), () -> notActivable(book, activate));
            case LinkCommand.Close close ->
                Check.first(
                        () -> holders.missing(Keys.Holder.of(book, close.wallet()), Refusal.WALLET_NOT_FOUND),
                        () -> notFound(book, close.wallet(), close.link()),
                        () -> Check.when(get(book, close.link()).status() == LinkStatus.CLOSED, Refusal.LINK_CLOSED));
        };
    }

    private @Nullable Refused notActing(BookId book, WalletId wallet) {
        Keys.Holder holder = Keys.Holder.of(book, wallet);
        return Check.first(
                () -> holders.notOpen(book, wallet),
                () -> holders.debitsFrozen(holder),
                () -> holders.creditsFrozen(holder));
    }

    private @Nullable Refused notActivable(BookId book, LinkCommand.Activate activate) {
        Refused unknown = notFound(book, activate.wallet(), activate.link());
        if (unknown != null) {
            return unknown;
        }
        LinkRow row = get(book, activate.link());
        return switch (row.status()) {
            case CLOSED -> new Refused(Refusal.LINK_CLOSED);
            case ACTIVE, AT_BANK, WAITING_FOR_HOLDER, COOLING_OFF, SUSPENDED -> new Refused(Refusal.LINK_NOT_REQUESTED);
            case REQUESTED -> banks.suspended(book, row.bank(), BankOperation.LINKS);
        };
    }

    /** No such link, or another wallet's. */
    @Nullable
    Refused notFound(BookId book, WalletId wallet, OperationId link) {
        LinkRow row = state.links.find(new Keys.Started(book, link));
        return Check.when(row == null || !row.wallet().equals(wallet), Refusal.LINK_NOT_FOUND);
    }

    private Outcome apply(BookId book, OperationId self, LinkCommand command) {
        return switch (command) {
            case LinkCommand.Request request -> {
                List<OperationId> all = new ArrayList<>(of(book, request.wallet()));
                all.add(self);
                state.linksOf.put(Keys.Holder.of(book, request.wallet()), List.copyOf(all));
                put(new LinkRow(book, request.wallet(), self, 0, request.bank(), LinkStatus.REQUESTED, 0));
                yield new LinkOutcome.Requested();
            }
            case LinkCommand.Activate activate -> {
                put(changed(get(book, activate.link()), LinkStatus.ACTIVE, activate.evidence()));
                yield new LinkOutcome.Activated();
            }
            case LinkCommand.Close close -> {
                closeIfOpen(book, close.link());
                yield new LinkOutcome.Closed();
            }
        };
    }

    /** The remembered links of a wallet, in the order in which they were requested. */
    List<OperationId> of(BookId book, WalletId wallet) {
        return state.linksOf.getOr(Keys.Holder.of(book, wallet), List.of());
    }

    LinkRow get(BookId book, OperationId link) {
        return state.links.get(new Keys.Started(book, link));
    }

    boolean active(BookId book, OperationId link) {
        LinkRow row = state.links.find(new Keys.Started(book, link));
        return row != null && row.status() == LinkStatus.ACTIVE;
    }

    void closeIfOpen(BookId book, OperationId link) {
        LinkRow row = get(book, link);
        if (row.status() == LinkStatus.CLOSED) {
            return;
        }
        var checked = state.founded.links.find(new Keys.Started(book, link));
        if (checked != null) {
            steps.move(checked, LinkStatus.CLOSED, LinkReason.CLOSED_BY_CALLER, 0);
            return;
        }
        put(changed(row, LinkStatus.CLOSED, row.evidence()));
        deadlines.set(
                DeadlineKind.LINK_FORGOTTEN,
                new Keys.Started(book, link),
                row.wallet().value(),
                state.now.get() + Deadlines.REMEMBERED);
    }

    void forget(Keys.Started key) {
        LinkRow row = state.links.get(key);
        List<OperationId> all = new ArrayList<>(of(row.book(), row.wallet()));
        all.remove(row.link());
        state.linksOf.put(Keys.Holder.of(row.book(), row.wallet()), List.copyOf(all));
        state.links.remove(key);
    }

    private void put(LinkRow row) {
        state.links.put(new Keys.Started(row.book(), row.link()), row);
        state.emit(new Event.LinkChanged(row.link(), row.wallet(), row.bank(), row.status()));
    }

    private static LinkRow changed(LinkRow row, LinkStatus status, long evidence) {
        return new LinkRow(row.book(), row.wallet(), row.link(), row.place(), row.bank(), status, evidence);
    }
}
