package sekisho.core.state;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import sekisho.core.banks.Instructions;
import sekisho.core.ledger.Accounts;
import sekisho.core.ledger.Holders;
import sekisho.core.limits.Usage;
import sekisho.protocol.AccountKey;
import sekisho.protocol.AccountKind;
import sekisho.protocol.BankOperation;
import sekisho.protocol.BookId;
import sekisho.protocol.Currency;
import sekisho.protocol.InstructionStatus;
import sekisho.protocol.Money;
import sekisho.protocol.Operation;
import sekisho.protocol.Outcome;
import sekisho.protocol.StateRecord;
import sekisho.protocol.WalletId;

/** Makes a state of records, in the order in which {@link Exporter} told them. */
public final class Importer {

    private final State state = new State();
    private final Holders holders = state.holders();
    private final Accounts accounts = state.accounts();
    private final HoldRecords holdRecords = new HoldRecords(state);
    private final DeadlineRecords deadlineRecords = new DeadlineRecords(state);
    private final List<Integer> unclaimed = new ArrayList<>();
    private long deadlineSequence;
    private long instructionSequence;

    /** Takes one record. */
    public void add(StateRecord record) {
        switch (record) {
            case StateRecord.Engine engine -> engine(engine);
            case StateRecord.CurrencyRow row -> state.currencies().define(row.currency(), row.exponent(), row.test());
            case StateRecord.LimitRow row ->
                state.tiers()
                        .setLimit(row.book().value(), row.tier().value(), row.currency(), row.operation(), row.limit());
            case StateRecord.CapRow row ->
                state.tiers().setCap(row.book().value(), row.tier().value(), row.currency(), row.cap());
            case StateRecord.HolderRow row -> holder(row);
            case StateRecord.AccountRow row -> account(row);
            case StateRecord.UsageRow row ->
                state.usage()
                        .restore(
                                state.usage().add(wallet(row.book(), row.wallet()), row.currency(), row.operation()),
                                row.day(),
                                row.inDay(),
                                row.inMonth());
            case StateRecord.UsageSlotRow row ->
                state.usage()
                        .restoreSlot(
                                usage(row.book(), row.wallet(), row.currency(), row.operation()),
                                row.slot(),
                                row.amount(),
                                state.clock().now());
            case StateRecord.BankRow row -> bank(row);
            case StateRecord.LinkRow row -> link(row);
            case StateRecord.HoldRow row -> holdRecords.restore(row);
            case StateRecord.PaymentRow row -> payment(row);
            case StateRecord.InstructionRow row -> instruction(row);
            case StateRecord.DeadlineRow row -> deadlineRecords.restore(row);
            case StateRecord.AnswerRow row -> answer(row);
            case StateRecord.StreamRow row ->
                state.streams().advance(state.streams().add(row.client(), row.stream()), row.last(), row.chainHash());
            case StateRecord.ReversalRow row -> state.reversals().add(row.book(), row.operation());
            case StateRecord.FoundingRow _,
                    StateRecord.StaffRow _,
                    StateRecord.IssuerRow _,
                    StateRecord.BankKeyRow _,
                    StateRecord.RuleRow _,
                    StateRecord.TierForRow _,
                    StateRecord.FloorRow _,
                    StateRecord.RungRow _,
                    StateRecord.DescriptionRow _,
                    StateRecord.StopRow _,
                    StateRecord.ResaleRow _ -> state.trust().put(record);
            case StateRecord.PersonRow _,
                    StateRecord.IdentityRow _,
                    StateRecord.EvidenceRow _,
                    StateRecord.AuthenticatorRow _,
                    StateRecord.UsedRow _ -> state.identities().restore(record);
            case StateRecord.CheckedLinkRow _,
                    StateRecord.BankAccountRow _,
                    StateRecord.CheckedTopUpRow _,
                    StateRecord.ReviewRow _ -> state.checkedLinks().restore(record);
            case StateRecord.WindowRow row -> state.windows().restore(row);
            case StateRecord.LotRow row -> state.lots().restore(row);
            case StateRecord.WeakUntilRow row -> state.lots().restore(row);
            case StateRecord.VisitRow row -> state.locks().put(row);
            case StateRecord.LockRow row -> state.locks().put(row);
        }
    }

    /** The state, when all records are in. */
    public State finish() {
        unclaimed.sort(Comparator.comparingLong(state.instructions()::sequence));
        unclaimed.forEach(state.instructions()::enqueue);
        state.deadlines().restoreSequence(deadlineSequence);
        state.instructions().restoreSequence(instructionSequence);
        return state;
    }

    private void engine(StateRecord.Engine engine) {
        state.clock().restore(engine.now(), engine.halted(), engine.day(), engine.behaviourVersion());
        state.journal().setCapacity(engine.journalCapacity());
        deadlineSequence = engine.deadlineSequence();
        instructionSequence = engine.instructionSequence();
    }

    private void holder(StateRecord.HolderRow record) {
        int row = holders.add(record.book(), record.kind(), record.owner());
        holders.setTier(row, record.tier());
        holders.setFrozen(row, record.frozen());
        if (record.closed()) {
            holders.close(row);
        }
    }

    private void account(StateRecord.AccountRow record) {
        AccountKey key = record.key();
        AccountKind kind = key.kind();
        requirePlace(record.place(), kind.customer() ? accountsOf(key) : 0);
        int row = kind.customer()
                ? accounts.open(
                        holders.find(key.book(), kind, key.owner()), key.currency(), record.code(), record.userData())
                : accounts.system(key.book(), kind, key.owner(), key.currency());
        accounts.setFloor(row, record.floor());
        accounts.restore(
                row,
                new long[] {
                    record.debitsPosted(), record.creditsPosted(), record.debitsPending(), record.creditsPending()
                },
                record.sequence());
        long balance = accounts.balance(row);
        state.safeguard()
                .add(key.book().value(), key.currency(), kind.customer() ? balance : 0, kind.funds() ? balance : 0);
    }

    private void bank(StateRecord.BankRow record) {
        int row = state.banks().add(record.book(), record.bank());
        state.banks().setOpen(row, BankOperation.LINKS, record.linksOpen());
        state.banks().setOpen(row, BankOperation.TOP_UPS, record.topUpsOpen());
        state.banks().setOpen(row, BankOperation.CASH_OUTS, record.cashOutsOpen());
        state.banks().setWithdrawnThrough(row, BankOperation.TOP_UPS, record.withdrawnTopUps());
        state.banks().setWithdrawnThrough(row, BankOperation.CASH_OUTS, record.withdrawnCashOuts());
    }

    private void link(StateRecord.LinkRow record) {
        int bank = known(state.banks().find(record.book(), record.bank()));
        int wallet = wallet(record.book(), record.wallet());
        requirePlace(record.place(), holders.links(wallet));
        int row = state.links().add(wallet, record.link(), bank);
        state.links().setStatus(row, record.status());
        state.links().setEvidence(row, record.evidence());
    }

    private void payment(StateRecord.PaymentRow record) {
        int merchant = known(holders.find(
                record.book(), AccountKind.MERCHANT, record.merchant().value()));
        int row = state.payments()
                .add(
                        record.payment(),
                        walletAccount(record.book(), record.wallet(), record.amount()),
                        known(accounts.find(merchant, record.amount().currency())));
        state.payments().authorise(row, record.amount().minorUnits(), record.expiresAt(), record.booked());
        state.payments().restore(row, record.status(), record.refundable(), record.refundableFee());
    }

    private void instruction(StateRecord.InstructionRow record) {
        Instructions instructions = state.instructions();
        int row = instructions.restore(
                new Instructions.Order(
                        record.instruction(),
                        record.operation(),
                        known(state.banks().find(record.book(), record.bank())),
                        walletAccount(record.book(), record.wallet(), record.amount()),
                        record.link(),
                        record.amount().minorUnits(),
                        record.booked()),
                record.sequence());
        instructions.setStatus(row, record.status());
        instructions.setUntil(row, record.until());
        instructions.setAttempt(row, record.attempt());
        if (record.status() == InstructionStatus.REQUESTED) {
            unclaimed.add(row);
        }
    }

    private void answer(StateRecord.AnswerRow record) {
        Outcome outcome = record.kind().outcome(record.currency(), record.first(), record.second());
        state.journal().remember(record.client(), record.id(), record.contentHash(), outcome);
    }

    private int accountsOf(AccountKey key) {
        int count = 0;
        int holder = known(holders.find(key.book(), key.kind(), key.owner()));
        for (int row = holders.firstAccount(holder); row != 0; row = accounts.next(row)) {
            count++;
        }
        return count;
    }

    private static int known(int row) {
        if (row == 0) {
            throw new IllegalArgumentException("a record speaks of something that no record before it has");
        }
        return row;
    }

    private static void requirePlace(int place, int expected) {
        if (place != expected) {
            throw new IllegalArgumentException("the records of a holder are out of order");
        }
    }

    private int wallet(BookId book, WalletId wallet) {
        return known(holders.find(book, AccountKind.WALLET, wallet.value()));
    }

    private int walletAccount(BookId book, WalletId wallet, Money amount) {
        return known(accounts.find(wallet(book, wallet), amount.currency()));
    }

    private int usage(BookId book, WalletId wallet, Currency currency, Operation operation) {
        Usage usage = state.usage();
        return known(usage.find(wallet(book, wallet), currency, operation));
    }
}
