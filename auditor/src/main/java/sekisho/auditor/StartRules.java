package sekisho.auditor;

import java.util.List;
import org.jspecify.annotations.Nullable;
import sekisho.protocol.AccountKey;
import sekisho.protocol.AccountKind;
import sekisho.protocol.BankId;
import sekisho.protocol.BankOperation;
import sekisho.protocol.BookId;
import sekisho.protocol.CashOutCommand;
import sekisho.protocol.CashOutOutcome;
import sekisho.protocol.Currency;
import sekisho.protocol.EntryKind;
import sekisho.protocol.InstructionStatus;
import sekisho.protocol.Line;
import sekisho.protocol.Money;
import sekisho.protocol.Operation;
import sekisho.protocol.OperationId;
import sekisho.protocol.Outcome;
import sekisho.protocol.Refusal;
import sekisho.protocol.Refused;
import sekisho.protocol.StateRecord.Booked;
import sekisho.protocol.StateRecord.HolderRow;
import sekisho.protocol.StateRecord.InstructionRow;
import sekisho.protocol.TopUpCommand;
import sekisho.protocol.TopUpOutcome;
import sekisho.protocol.WalletId;

/** Section 6, "Money": between wallets and banks, up to the instruction. */
final class StartRules {

    private final State state;
    private final Accounts accounts;
    private final Holders holders;
    private final Limits limits;
    private final Banks banks;
    private final LinkRules links;
    private final Instructions instructions;
    private final UseRules uses;
    private final Purses purses;

    StartRules(
            State state,
            Accounts accounts,
            Holders holders,
            Limits limits,
            Banks banks,
            LinkRules links,
            Instructions instructions,
            UseRules uses,
            Purses purses) {
        this.uses = uses;
        this.purses = purses;
        this.state = state;
        this.accounts = accounts;
        this.holders = holders;
        this.limits = limits;
        this.banks = banks;
        this.links = links;
        this.instructions = instructions;
    }

    /** One side of the money path, the other way round for the other. */
    private record Way(BookId book, WalletId wallet, Money amount, BankOperation bankOperation) {

        boolean in() {
            return bankOperation == BankOperation.TOP_UPS;
        }

        Operation operation() {
            return in() ? Operation.TOP_UP : Operation.CASH_OUT;
        }

        Currency currency() {
            return amount.currency();
        }

        AccountKey account() {
            return AccountKey.wallet(book, wallet, currency());
        }

        AccountKey settlement(BankId bank) {
            return AccountKey.bank(book, AccountKind.SETTLEMENT, bank, currency());
        }

        List<Line> lines(BankId bank) {
            long moved = amount.minorUnits();
            return in()
                    ? new Lines()
                            .debit(settlement(bank), moved)
                            .credit(account(), moved)
                            .all()
                    : new Lines()
                            .debit(account(), moved)
                            .credit(settlement(bank), moved)
                            .all();
        }
    }

    Outcome decide(BookId book, OperationId self, TopUpCommand command) {
        return switch (command) {
            case TopUpCommand.Start start -> {
                Way way = new Way(book, start.wallet(), start.amount(), BankOperation.TOP_UPS);
                Refused refused = start(way, self, start.link());
                yield refused != null ? refused : new TopUpOutcome.Started(start.amount());
            }
            case TopUpCommand.Received received -> {
                Way way = new Way(book, received.wallet(), received.amount(), BankOperation.TOP_UPS);
                Refused refused = book(way, received.bank());
                yield refused != null
                        ? refused
                        : new TopUpOutcome.Booked(received.amount(), accounts.balance(way.account()));
            }
        };
    }

    Outcome decide(BookId book, OperationId self, CashOutCommand command) {
        return switch (command) {
            case CashOutCommand.Start start -> {
                Way way = new Way(book, start.wallet(), start.amount(), BankOperation.CASH_OUTS);
                Refused refused = start(way, self, start.link());
                yield refused != null ? refused : new CashOutOutcome.Started(start.amount());
            }
            case CashOutCommand.PaidOut paidOut -> {
                Way way = new Way(book, paidOut.wallet(), paidOut.amount(), BankOperation.CASH_OUTS);
                Refused refused = book(way, paidOut.bank());
                yield refused != null
                        ? refused
                        : new CashOutOutcome.Booked(paidOut.amount(), accounts.balance(way.account()));
            }
        };
    }

    private @Nullable Refused start(Way way, OperationId self, OperationId link) {
        Refused refused = Check.first(
                () -> Check.when(
                        state.instructions.size() >= state.capacity.instructions(),
                        Refusal.TABLE_FULL,
                        state.capacity.instructions()),
                () -> holders.currency(way.currency()),
                () -> notReady(way),
                () -> links.notFound(way.book(), way.wallet(), link),
                () -> Check.when(!links.active(way.book(), link), Refusal.LINK_NOT_ACTIVE));
        if (refused != null) {
            return refused;
        }
        BankId bank = links.get(way.book(), link).bank();
        refused = Check.first(
                () -> banks.suspended(way.book(), bank, way.bankOperation()),
                () -> uses.notUsable(way.book(), link, way.bankOperation(), way.amount()),
                () -> notPossible(way, bank));
        if (refused != null) {
            return refused;
        }
        Booked booked = count(way);
        accounts.apply(EntryKind.HELD, way.lines(bank));
        if (way.in()) {
            uses.topUp(way.book(), link, self, way.amount());
        }
        instructions.start(new InstructionRow(
                way.book(),
                self,
                state.instructionSequence.get() + 1,
                way.bankOperation(),
                bank,
                way.wallet(),
                link,
                way.amount(),
                InstructionStatus.REQUESTED,
                0,
                0,
                booked));
        return null;
    }

    private @Nullable Refused book(Way way, BankId bank) {
        Refused refused = Check.first(
                () -> holders.currency(way.currency()),
                () -> holders.testCurrency(way.currency()),
                () -> notReady(way),
                () -> banks.unknown(way.book(), bank),
                () -> notPossible(way, bank));
        if (refused != null) {
            return refused;
        }
        count(way);
        accounts.apply(EntryKind.POSTED, way.lines(bank));
        return null;
    }

    private @Nullable Refused notReady(Way way) {
        Keys.Holder holder = Keys.Holder.of(way.book(), way.wallet());
        return Check.first(
                () -> holders.notOpen(way.book(), way.wallet()),
                () -> way.in() ? holders.creditsFrozen(holder) : holders.debitsFrozen(holder),
                () -> holders.noAccount(way.account()));
    }

    private @Nullable Refused notPossible(Way way, BankId bank) {
        long amount = way.amount().minorUnits();
        HolderRow wallet = holders.wallet(way.book(), way.wallet());
        return Check.first(
                () -> banks.suspended(way.book(), bank, way.bankOperation()),
                () -> limits.over(wallet, way.currency(), way.operation(), amount),
                () -> way.in() ? overCap(wallet, way) : notCovered(way, bank),
                () -> accounts.overflow(way.lines(bank)));
    }

    private @Nullable Refused overCap(HolderRow wallet, Way way) {
        long room = holders.capRoom(wallet, way.currency(), true);
        return Check.when(room < way.amount().minorUnits(), Refusal.OVER_BALANCE_CAP, Math.max(0, room));
    }

    private @Nullable Refused notCovered(Way way, BankId bank) {
        long amount = way.amount().minorUnits();
        return Check.first(
                () -> accounts.tooLow(way.account(), amount),
                () -> purses.tooYoung(way.account(), accounts.room(way.account()), amount),
                () -> accounts.tooLow(way.settlement(bank), amount));
    }

    private Booked count(Way way) {
        return limits.count(
                holders.wallet(way.book(), way.wallet()),
                way.currency(),
                way.operation(),
                way.amount().minorUnits());
    }
}
