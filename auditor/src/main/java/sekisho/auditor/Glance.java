package sekisho.auditor;

import java.util.List;
import java.util.Optional;
import sekisho.protocol.AccountKey;
import sekisho.protocol.AccountKind;
import sekisho.protocol.BookId;
import sekisho.protocol.ClientId;
import sekisho.protocol.OperationId;
import sekisho.protocol.StateRecord.AccountRow;
import sekisho.protocol.StateRecord.HoldRow;
import sekisho.protocol.StateRecord.HolderRow;
import sekisho.protocol.StateRecord.InstructionRow;
import sekisho.protocol.StateRecord.LinkRow;
import sekisho.protocol.StateRecord.PaymentRow;
import sekisho.protocol.StateRecord.StreamRow;
import sekisho.protocol.WalletId;

/** Looks into the auditor's books, for somebody who makes up plausible requests. */
public final class Glance {

    private final State state;

    Glance(State state) {
        this.state = state;
    }

    public Optional<AccountRow> account(AccountKey key) {
        return Optional.ofNullable(state.accounts.find(key));
    }

    /** What could be spent: available − floor; 0 if there is no such account. */
    public long spendable(AccountKey key) {
        return state.accounts.has(key) ? Math.max(0, new Accounts(state).room(key)) : 0;
    }

    public Optional<PaymentRow> payment(BookId book, OperationId payment) {
        return Optional.ofNullable(state.payments.find(new Keys.Started(book, payment)));
    }

    public Optional<InstructionRow> instruction(BookId book, OperationId instruction) {
        return Optional.ofNullable(state.instructions.find(new Keys.Started(book, instruction)));
    }

    public Optional<HoldRow> hold(BookId book, OperationId hold) {
        return Optional.ofNullable(state.holds.find(new Keys.Started(book, hold)));
    }

    public Optional<LinkRow> link(BookId book, OperationId link) {
        return Optional.ofNullable(state.links.find(new Keys.Started(book, link)));
    }

    /** A wallet's remembered links, oldest first. */
    public List<OperationId> links(BookId book, WalletId wallet) {
        return state.linksOf.getOr(Keys.Holder.of(book, wallet), List.of());
    }

    /** How far a stream was applied. */
    public Optional<StreamRow> stream(ClientId client, long stream) {
        return Optional.ofNullable(state.streams.find(new Keys.Stream(client, stream)));
    }

    /** The time that is trusted (ms). */
    public long now() {
        return state.now.get();
    }

    /** How many answers are remembered. */
    public int answers() {
        return state.journal.size();
    }

    /** Whether one more answer would be too many. */
    public boolean journalFull() {
        return state.journal.size() >= state.journalCapacity.get();
    }

    /** A wallet or merchant. */
    public Optional<HolderRow> holder(BookId book, AccountKind kind, long owner) {
        return Optional.ofNullable(state.holderRows.find(new Keys.Holder(book, kind, owner)));
    }

    /** Whether no further instruction can be started. */
    public boolean instructionsFull() {
        return state.instructions.size() >= state.capacity.instructions();
    }

    /** Whether a wallet or merchant has nothing. */
    public boolean empty(BookId book, AccountKind kind, long owner) {
        return state.accountsOf.getOr(new Keys.Holder(book, kind, owner), List.of()).stream()
                .allMatch(account -> Accounts.balance(state.accounts.get(account)) == 0);
    }

    /** How many payments, instructions and links are remembered. */
    public int remembered() {
        return state.payments.size() + state.instructions.size() + state.links.size();
    }

    /** The calendar day, YYYYMMDD; 0 before the first. */
    public int day() {
        return state.day.get();
    }

    /** How many deadlines are overdue, at most 1,000 counted. */
    public int overdue() {
        long now = state.now.get();
        return (int)
                state
                        .deadlines
                        .between(new Keys.Due(Long.MIN_VALUE, 0), new Keys.Due(now, Long.MAX_VALUE))
                        .keySet()
                        .stream()
                        .limit(1_000)
                        .count();
    }
}
