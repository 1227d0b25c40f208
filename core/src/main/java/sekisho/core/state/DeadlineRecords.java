package sekisho.core.state;

import java.util.function.Consumer;
import sekisho.core.ledger.Books;
import sekisho.core.time.Deadlines;
import sekisho.protocol.AccountKind;
import sekisho.protocol.BankId;
import sekisho.protocol.BankOperation;
import sekisho.protocol.BookId;
import sekisho.protocol.DeadlineKind;
import sekisho.protocol.OperationId;
import sekisho.protocol.StateRecord;

/** Records of deadlines: rows become names, and names rows again. */
final class DeadlineRecords {

    private final State state;
    private final Deadlines deadlines;

    DeadlineRecords(State state) {
        this.state = state;
        deadlines = state.deadlines();
    }

    void export(Consumer<StateRecord> to) {
        for (int place = 1; place <= deadlines.size(); place++) {
            to.accept(record(deadlines.inPlace(place)));
        }
    }

    private StateRecord.DeadlineRow record(int row) {
        DeadlineKind kind = deadlines.kind(row);
        int subject = deadlines.subject(row);
        return new StateRecord.DeadlineRow(
                deadlines.at(row), deadlines.sequence(row), kind, book(kind, subject), id(row), owner(kind, subject));
    }

    private OperationId id(int row) {
        int subject = deadlines.subject(row);
        return switch (deadlines.kind(row)) {
            case HOLD_EXPIRES -> state.holds().id(subject);
            case PAYMENT_EXPIRES, PAYMENT_FORGOTTEN -> state.payments().id(subject);
            case INSTRUCTION_ASKS, INSTRUCTION_FORGOTTEN -> state.instructions().id(subject);
            case LINK_FORGOTTEN -> state.links().id(subject);
            case BANK_WITHDRAWS -> new OperationId(0, deadlines.extra(row));
        };
    }

    private BookId book(DeadlineKind kind, int subject) {
        return switch (kind) {
            case HOLD_EXPIRES -> state.holds().book(subject);
            case PAYMENT_EXPIRES, PAYMENT_FORGOTTEN ->
                holderBook(state.accounts().holder(state.payments().walletAccount(subject)));
            case INSTRUCTION_ASKS, INSTRUCTION_FORGOTTEN ->
                holderBook(state.accounts().holder(state.instructions().account(subject)));
            case LINK_FORGOTTEN -> holderBook(state.links().holder(subject));
            case BANK_WITHDRAWS -> state.banks().book(subject);
        };
    }

    private long owner(DeadlineKind kind, int subject) {
        return switch (kind) {
            case HOLD_EXPIRES, PAYMENT_EXPIRES, PAYMENT_FORGOTTEN, INSTRUCTION_ASKS, INSTRUCTION_FORGOTTEN -> 0;
            case LINK_FORGOTTEN -> state.holders().owner(state.links().holder(subject));
            case BANK_WITHDRAWS -> state.banks().bank(subject).code();
        };
    }

    private BookId holderBook(int holder) {
        return Books.of(state.holders().book(holder));
    }

    /** Sets a deadline again and ties it to its subject. */
    void restore(StateRecord.DeadlineRow record) {
        OperationId id = record.subject();
        switch (record.kind()) {
            case HOLD_EXPIRES -> {
                int hold = state.holds().find(record.book(), id);
                state.holds().setDeadline(hold, set(record, hold, 0));
            }
            case PAYMENT_EXPIRES, PAYMENT_FORGOTTEN -> {
                int payment = state.payments().find(id);
                state.payments().setDeadline(payment, set(record, payment, 0));
            }
            case INSTRUCTION_ASKS, INSTRUCTION_FORGOTTEN -> {
                int instruction = state.instructions().find(id);
                state.instructions().setDeadline(instruction, set(record, instruction, 0));
            }
            case LINK_FORGOTTEN -> {
                int wallet = state.holders().find(record.book(), AccountKind.WALLET, record.owner());
                set(record, state.links().find(wallet, id), 0);
            }
            case BANK_WITHDRAWS -> {
                int bank = state.banks().find(record.book(), new BankId((int) record.owner()));
                int operation = (int) id.low();
                state.banks().setDeadline(bank, BankOperation.of(operation), set(record, bank, operation));
            }
        }
    }

    private int set(StateRecord.DeadlineRow record, int subject, int extra) {
        if (subject == 0) {
            throw new IllegalArgumentException("a deadline's subject is missing from the snapshot");
        }
        int row = deadlines.restore(record.at(), record.sequence(), record.kind(), subject, extra);
        if (!record(row).equals(record)) {
            throw new IllegalArgumentException("a deadline does not fit its subject");
        }
        return row;
    }
}
