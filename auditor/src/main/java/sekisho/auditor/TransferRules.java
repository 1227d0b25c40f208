package sekisho.auditor;

import org.jspecify.annotations.Nullable;
import sekisho.protocol.AccountKey;
import sekisho.protocol.BookId;
import sekisho.protocol.Currency;
import sekisho.protocol.EntryKind;
import sekisho.protocol.Money;
import sekisho.protocol.Operation;
import sekisho.protocol.Outcome;
import sekisho.protocol.Refusal;
import sekisho.protocol.Refused;
import sekisho.protocol.StateRecord.HolderRow;
import sekisho.protocol.TransferCommand;
import sekisho.protocol.TransferOutcome;

/** Section 6, "Money": from wallet to wallet. */
final class TransferRules {

    private final State state;
    private final Accounts accounts;
    private final Holders holders;
    private final Limits limits;
    private final FloorRules floors;
    private final Purses purses;

    TransferRules(State state, Accounts accounts, Holders holders, Limits limits, FloorRules floors, Purses purses) {
        this.floors = floors;
        this.purses = purses;
        this.state = state;
        this.accounts = accounts;
        this.holders = holders;
        this.limits = limits;
    }

    Outcome decide(BookId book, TransferCommand command) {
        return switch (command) {
            case TransferCommand.Send send -> send(book, send);
        };
    }

    private Outcome send(BookId book, TransferCommand.Send send) {
        Refused refused = notPossible(book, send);
        if (refused != null) {
            return refused;
        }
        Currency currency = send.amount().currency();
        AccountKey payer = AccountKey.wallet(book, send.from(), currency);
        AccountKey payee = AccountKey.wallet(book, send.to(), currency);
        long room = accounts.room(payer);
        long moved = send.upTo()
                ? Math.min(send.amount().minorUnits(), room)
                : send.amount().minorUnits();
        if (moved <= 0) {
            return new Refused(Refusal.INSUFFICIENT_FUNDS, 0);
        }
        var lines = new Lines().debit(payer, moved).credit(payee, moved).all();
        HolderRow from = holders.wallet(book, send.from());
        HolderRow to = holders.wallet(book, send.to());
        boolean countPending = state.behaviour.get() >= 2;
        refused = Check.first(
                () -> limits.over(from, currency, Operation.SEND, moved),
                () -> Check.when(holders.capRoom(to, currency, countPending) < moved, Refusal.OVER_BALANCE_CAP, 0),
                () -> accounts.tooLow(payer, moved),
                () -> purses.tooYoung(payer, room, moved),
                () -> accounts.overflow(lines));
        if (refused != null) {
            return refused;
        }
        limits.count(from, currency, Operation.SEND, moved);
        purses.flow(payer, room, moved, payee);
        accounts.apply(EntryKind.POSTED, lines);
        return new TransferOutcome.Sent(new Money(moved, currency), accounts.balance(payer));
    }

    private @Nullable Refused notPossible(BookId book, TransferCommand.Send send) {
        Currency currency = send.amount().currency();
        Keys.Holder from = Keys.Holder.of(book, send.from());
        Keys.Holder to = Keys.Holder.of(book, send.to());
        return Check.first(
                () -> holders.currency(currency),
                () -> holders.notOpen(book, send.from()),
                () -> holders.missing(to, Refusal.PAYEE_NOT_FOUND),
                () -> holders.closed(to, Refusal.PAYEE_CLOSED),
                () -> Check.when(from.equals(to), Refusal.SAME_WALLET),
                () -> holders.debitsFrozen(from),
                () -> holders.creditsFrozen(to),
                () -> holders.noAccount(AccountKey.wallet(book, send.from(), currency)),
                () -> holders.noAccount(AccountKey.wallet(book, send.to(), currency)),
                () -> Check.when(floors.holdsNothing(book, send.to(), currency), Refusal.PAYEE_UNVERIFIED));
    }
}
