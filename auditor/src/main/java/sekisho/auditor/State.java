package sekisho.auditor;

import java.util.ArrayList;
import java.util.List;
import sekisho.protocol.AccountKey;
import sekisho.protocol.AccountKind;
import sekisho.protocol.Currency;
import sekisho.protocol.Event;
import sekisho.protocol.Limit;
import sekisho.protocol.OperationId;
import sekisho.protocol.StateRecord.AccountRow;
import sekisho.protocol.StateRecord.BankRow;
import sekisho.protocol.StateRecord.CurrencyRow;
import sekisho.protocol.StateRecord.DeadlineRow;
import sekisho.protocol.StateRecord.HoldRow;
import sekisho.protocol.StateRecord.HolderRow;
import sekisho.protocol.StateRecord.InstructionRow;
import sekisho.protocol.StateRecord.LinkRow;
import sekisho.protocol.StateRecord.PaymentRow;
import sekisho.protocol.StateRecord.StreamRow;

/** Everything that the auditor remembers: plain tables of immutable rows. */
final class State {

    /** An answer as it was given, with the hash of what was asked. */
    record Given(long contentHash, sekisho.protocol.Outcome outcome) {}

    /** E-money outstanding, and money held for it. */
    record Funds(long outstanding, long held) {
        static final Funds NONE = new Funds(0, 0);

        long excess() {
            return outstanding - held;
        }
    }

    final Undo undo = new Undo();
    final AuditedCapacity capacity;
    final FoundedTables founded = new FoundedTables(undo);

    final Cell<Long> now = new Cell<>(undo, 0L);
    final Cell<Boolean> halted = new Cell<>(undo, false);
    final Cell<Integer> behaviour = new Cell<>(undo, 1);
    final Cell<Integer> day = new Cell<>(undo, 0);
    final Cell<Long> journalCapacity = new Cell<>(undo, 33_554_432L);
    final Cell<Long> deadlineSequence = new Cell<>(undo, 0L);
    final Cell<Long> instructionSequence = new Cell<>(undo, 0L);
    final Cell<Long> holders = new Cell<>(undo, 0L);

    final Rows<Currency, CurrencyRow> currencies = new Rows<>(undo);
    final Rows<Keys.Limited, Limit> limits = new Rows<>(undo);
    final Rows<Keys.Capped, Long> caps = new Rows<>(undo);
    final Rows<Keys.Holder, HolderRow> holderRows = new Rows<>(undo);
    final Rows<AccountKey, AccountRow> accounts = new Rows<>(undo);
    final Rows<Keys.Holder, List<AccountKey>> accountsOf = new Rows<>(undo);
    final Rows<Keys.Funds, Funds> funds = new Rows<>(undo);
    final SortedRows<Keys.Booking, Long> bookings = new SortedRows<>(undo, Keys.Booking.ORDER);
    final Rows<Keys.Bank, BankRow> banks = new Rows<>(undo);
    final Rows<Keys.Started, LinkRow> links = new Rows<>(undo);
    final Rows<Keys.Holder, List<OperationId>> linksOf = new Rows<>(undo);
    final Rows<Keys.Started, HoldRow> holds = new Rows<>(undo);
    final Rows<Keys.Started, PaymentRow> payments = new Rows<>(undo);
    final Rows<Keys.Started, InstructionRow> instructions = new Rows<>(undo);
    final SortedRows<Keys.Unclaimed, OperationId> unclaimed = new SortedRows<>(undo, Keys.Unclaimed.ORDER);
    final SortedRows<Keys.Due, DeadlineRow> deadlines = new SortedRows<>(undo, Keys.Due.ORDER);
    final Rows<Keys.Subject, Keys.Due> deadlineOf = new Rows<>(undo);
    final SortedRows<Keys.Remembered, Given> journal = new SortedRows<>(undo, Keys.Remembered.ORDER);
    final Rows<Keys.Stream, StreamRow> streams = new Rows<>(undo);
    final Rows<Keys.Started, Boolean> reversals = new Rows<>(undo);

    /** The events of the request being decided, or of the time that passes. */
    private List<Event> events = new ArrayList<>();

    State(AuditedCapacity capacity) {
        this.capacity = capacity;
    }

    void emit(Event event) {
        events.add(event);
    }

    /** The events since the last call. */
    List<Event> takeEvents() {
        List<Event> taken = events;
        events = new ArrayList<>();
        return taken;
    }

    void putHolder(HolderRow row) {
        Keys.Holder key = new Keys.Holder(row.book(), row.kind(), row.owner());
        if (!holderRows.has(key) && row.kind().customer()) {
            holders.set(holders.get() + 1);
        }
        holderRows.put(key, row);
    }

    /** Says that a wallet or merchant changed. */
    void emitHolder(HolderRow row) {
        int tier = row.kind() == AccountKind.WALLET ? row.tier() : 0;
        emit(new Event.HolderChanged(row.kind(), row.owner(), row.closed(), row.frozen(), tier));
    }
}
