package sekisho.core.state;

import java.util.function.Consumer;
import sekisho.core.banks.Banks;
import sekisho.core.banks.Instructions;
import sekisho.core.banks.Links;
import sekisho.core.journal.Minute;
import sekisho.core.journal.Streams;
import sekisho.core.ledger.Accounts;
import sekisho.core.ledger.Books;
import sekisho.core.ledger.Holders;
import sekisho.core.limits.Slots;
import sekisho.core.limits.Usage;
import sekisho.core.payments.Payments;
import sekisho.protocol.BookId;
import sekisho.protocol.MerchantId;
import sekisho.protocol.Money;
import sekisho.protocol.Outcome;
import sekisho.protocol.Side;
import sekisho.protocol.StateRecord;
import sekisho.protocol.WalletId;

/** Tells a state as records, in the order in which {@link Importer} takes them. Reads only. */
public final class Exporter {

    private final State state;
    private final Holders holders;
    private final Accounts accounts;
    private final SmallTables smallTables;
    private final DeadlineRecords deadlineRecords;

    public Exporter(State state) {
        this.state = state;
        holders = state.holders();
        accounts = state.accounts();
        smallTables = new SmallTables(state);
        deadlineRecords = new DeadlineRecords(state);
    }

    public void export(Consumer<StateRecord> to) {
        to.accept(engine());
        smallTables.export(to);
        for (int row = 1; row <= holders.highest(); row++) {
            if (holders.isHolder(row)) {
                holder(row, to);
            }
        }
        holds(to);
        payments(to);
        instructions(to);
        streams(to);
        state.trust().export(to);
        state.identities().export(to);
        state.checkedLinks().export(to);
        state.windows().export(to);
        state.locks().export(to);
        state.lots().export(to);
        deadlineRecords.export(to);
        state.journal().forEachMinute(minute -> answers(minute, to));
    }

    /** An account's record. */
    public StateRecord.AccountRow account(int row, int place) {
        return new StateRecord.AccountRow(
                accounts.key(row),
                place,
                accounts.code(row),
                accounts.userData(row),
                accounts.floor(row),
                accounts.posted(row, Side.DEBIT),
                accounts.posted(row, Side.CREDIT),
                accounts.pending(row, Side.DEBIT),
                accounts.pending(row, Side.CREDIT),
                accounts.sequence(row));
    }

    private StateRecord engine() {
        return new StateRecord.Engine(
                state.clock().now(),
                state.clock().halted(),
                state.clock().behaviour(),
                state.clock().day(),
                state.journal().capacity(),
                state.deadlines().lastSequence(),
                state.instructions().lastSequence());
    }

    private void holder(int row, Consumer<StateRecord> to) {
        if (holders.kind(row).customer()) {
            to.accept(new StateRecord.HolderRow(
                    book(row),
                    holders.kind(row),
                    holders.owner(row),
                    holders.tier(row),
                    holders.frozen(row),
                    holders.closed(row)));
            customerAccounts(row, to);
            links(row, to);
            usages(row, to);
        } else {
            systemAccounts(row, to);
        }
    }

    private void customerAccounts(int holder, Consumer<StateRecord> to) {
        int place = 0;
        for (int row = holders.firstAccount(holder); row != 0; row = accounts.next(row)) {
            to.accept(account(row, place));
            place++;
        }
    }

    /** Accounts of banks and of the house; one that was only looked at is as good as none, and their order means nothing. */
    private void systemAccounts(int holder, Consumer<StateRecord> to) {
        for (int row = holders.firstAccount(holder); row != 0; row = accounts.next(row)) {
            if (accounts.sequence(row) != 0) {
                to.accept(account(row, 0));
            }
        }
    }

    private void links(int holder, Consumer<StateRecord> to) {
        Links links = state.links();
        int place = 0;
        for (int row = holders.firstLink(holder); row != 0; row = links.next(row)) {
            to.accept(new StateRecord.LinkRow(
                    book(holder),
                    new WalletId(holders.owner(holder)),
                    links.id(row),
                    place,
                    state.banks().bank(links.bank(row)),
                    links.status(row),
                    links.evidence(row)));
            place++;
        }
    }

    private void usages(int holder, Consumer<StateRecord> to) {
        Usage usage = state.usage();
        WalletId wallet = new WalletId(holders.owner(holder));
        for (int row = holders.firstUsage(holder); row != 0; row = usage.next(row)) {
            to.accept(new StateRecord.UsageRow(
                    book(holder),
                    wallet,
                    usage.currency(row),
                    usage.operation(row),
                    usage.day(row),
                    usage.inDay(row, usage.day(row)),
                    usage.inMonth(row, usage.day(row))));
            slots(holder, row, to);
        }
    }

    private void slots(int holder, int row, Consumer<StateRecord> to) {
        Usage usage = state.usage();
        long now = state.clock().now();
        WalletId wallet = new WalletId(holders.owner(holder));
        usage.forEachSlot(row, (slot, amount) -> {
            if (amount != 0 && !Slots.left(slot, Slots.MONTH, now)) {
                to.accept(new StateRecord.UsageSlotRow(
                        book(holder), wallet, usage.currency(row), usage.operation(row), slot, amount));
            }
        });
    }

    private void holds(Consumer<StateRecord> to) {
        HoldRecords records = new HoldRecords(state);
        for (int row = 1; row <= state.holds().highest(); row++) {
            if (state.holds().used(row)) {
                to.accept(records.record(row));
            }
        }
    }

    private void payments(Consumer<StateRecord> to) {
        Payments payments = state.payments();
        for (int row = 1; row <= payments.highest(); row++) {
            if (payments.used(row)) {
                int wallet = accounts.holder(payments.walletAccount(row));
                to.accept(new StateRecord.PaymentRow(
                        book(wallet),
                        payments.id(row),
                        new WalletId(holders.owner(wallet)),
                        new MerchantId(holders.owner(accounts.holder(payments.merchantAccount(row)))),
                        new Money(payments.amount(row), accounts.currency(payments.walletAccount(row))),
                        payments.storedStatus(row),
                        payments.refundable(row),
                        payments.refundableFee(row),
                        payments.expiresAt(row),
                        payments.booked(row)));
            }
        }
    }

    private void instructions(Consumer<StateRecord> to) {
        Instructions instructions = state.instructions();
        Banks banks = state.banks();
        for (int row = 1; row <= instructions.highest(); row++) {
            if (instructions.used(row)) {
                int wallet = accounts.holder(instructions.account(row));
                to.accept(new StateRecord.InstructionRow(
                        book(wallet),
                        instructions.id(row),
                        instructions.sequence(row),
                        instructions.operation(row),
                        banks.bank(instructions.bank(row)),
                        new WalletId(holders.owner(wallet)),
                        instructions.link(row),
                        new Money(instructions.amount(row), accounts.currency(instructions.account(row))),
                        instructions.status(row),
                        instructions.until(row),
                        instructions.attempt(row),
                        instructions.booked(row)));
            }
        }
    }

    private void streams(Consumer<StateRecord> to) {
        Streams streams = state.streams();
        for (int row = 1; row <= streams.highest(); row++) {
            to.accept(new StateRecord.StreamRow(
                    streams.client(row), streams.stream(row), streams.last(row), streams.chainHash(row)));
        }
    }

    private static void answers(Minute minute, Consumer<StateRecord> to) {
        for (int row = 1; row <= minute.highest(); row++) {
            Outcome outcome = minute.outcome(row);
            to.accept(new StateRecord.AnswerRow(
                    minute.client(row),
                    minute.id(row),
                    minute.contentHash(row),
                    outcome.kind(),
                    outcome.currency(),
                    outcome.first(),
                    outcome.second()));
        }
    }

    private BookId book(int holder) {
        return Books.of(holders.book(holder));
    }
}
