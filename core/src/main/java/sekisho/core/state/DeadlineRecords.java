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
import sekisho.protocol.Token;

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
            case TOKEN_FORGOTTEN -> id(state.identities().used().at(subject).token());
            case PERSON_REVIEWED -> id(state.identities().persons().at(subject).person());
            case LINK_STEPS -> state.checkedLinks().at(subject).link();
            case LINKS_REVIEWED -> OperationId.NONE;
            case VISIT_ENDS -> state.locks().visitAt(subject).visit();
            case LOCK_ENDS -> id(state.locks().at(subject).account());
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
            case BANK_WITHDRAWS, LINKS_REVIEWED -> state.banks().book(subject);
            case TOKEN_FORGOTTEN -> state.identities().used().at(subject).book();
            case PERSON_REVIEWED -> state.identities().persons().at(subject).book();
            case LINK_STEPS -> state.checkedLinks().at(subject).book();
            case VISIT_ENDS -> state.locks().visitAt(subject).book();
            case LOCK_ENDS -> state.locks().at(subject).book();
        };
    }

    private long owner(DeadlineKind kind, int subject) {
        return switch (kind) {
            case HOLD_EXPIRES,
                    PAYMENT_EXPIRES,
                    PAYMENT_FORGOTTEN,
                    INSTRUCTION_ASKS,
                    INSTRUCTION_FORGOTTEN,
                    TOKEN_FORGOTTEN,
                    PERSON_REVIEWED,
                    LINK_STEPS,
                    VISIT_ENDS -> 0;
            case LINK_FORGOTTEN -> state.holders().owner(state.links().holder(subject));
            case BANK_WITHDRAWS, LINKS_REVIEWED -> state.banks().bank(subject).code();
            case LOCK_ENDS -> state.locks().at(subject).bank().code();
        };
    }

    private static OperationId id(Token token) {
        return new OperationId(token.high(), token.low());
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
            case TOKEN_FORGOTTEN -> set(record, state.identities().used(record.book(), token(id)), 0);
            case PERSON_REVIEWED -> {
                int person = state.identities().person(record.book(), token(id), 0);
                state.identities().persons().setExtra(person, 0, set(record, person, 0));
            }
            case LINK_STEPS -> {
                int link = state.checkedLinks().find(record.book(), id);
                state.checkedLinks().setDeadline(link, set(record, link, 0));
            }
            case LINKS_REVIEWED -> {
                BankId bank = new BankId((int) record.owner());
                int review = state.checkedLinks().review(record.book(), bank);
                if (review == 0) {
                    throw new IllegalArgumentException("a deadline's review is missing from the snapshot");
                }
                int deadline = set(record, state.banks().find(record.book(), bank), 0);
                state.checkedLinks().setReviewDeadline(review, deadline);
            }
            case VISIT_ENDS -> {
                int visit = state.locks().findVisit(record.book(), id);
                state.locks().setVisitDeadline(visit, set(record, visit, 0));
            }
            case LOCK_ENDS -> {
                BankId bank = new BankId((int) record.owner());
                int lock = state.locks().find(record.book(), bank, token(id));
                state.locks().setDeadline(lock, set(record, lock, 0));
            }
        }
    }

    private static Token token(OperationId id) {
        return new Token(id.high(), id.low());
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
