package sekisho.server.projection;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import sekisho.protocol.ClientId;
import sekisho.protocol.Event;
import sekisho.protocol.OperationId;
import sekisho.protocol.Outcome;
import sekisho.protocol.Refused;
import sekisho.protocol.RequestId;
import sekisho.protocol.StreamEntry;

/**
 * Turns a batch into rows. Every row follows from the log up to it alone, whatever the batch: that is what makes a
 * rebuild equal. Reused; one owner thread.
 */
final class BatchRows {
    /** The node's own sayings to its engine: the days that begin, the time that is right. */
    private static final ClientId NODE = new ClientId(Long.MAX_VALUE);

    private final Map<Table, CopyRows> tables = new EnumMap<>(Table.class);
    private final List<Event.Entry> lines = new ArrayList<>();
    private final EntryRows entryRows;
    private final ChangeRows changes;
    private final OpenInstructions open;

    BatchRows() {
        for (Table table : Table.values()) {
            tables.put(table, new CopyRows(table));
        }
        entryRows = new EntryRows(of(Table.ACCOUNTS), of(Table.ENTRIES));
        open = new OpenInstructions(of(Table.OPEN_INSTRUCTIONS));
        changes = new ChangeRows(this::of, open);
    }

    /** The rows of a table. */
    CopyRows of(Table table) {
        CopyRows rows = tables.get(table);
        if (rows == null) {
            throw new IllegalStateException("no rows for " + table);
        }
        return rows;
    }

    /** Instructions of earlier batches that ended in this one. */
    List<OperationId> endedInstructions() {
        return open.ended();
    }

    /**
     * Makes the rows of a batch.
     *
     * @param standings of its accounts, loaded; they stand as after the batch afterwards
     * @throws DoesNotFit if the batch does not follow from them
     */
    void fill(Batch batch, Standings standings) {
        tables.values().forEach(CopyRows::clear);
        open.clear();
        for (Group group : batch.groups()) {
            events(group, standings);
            answer(group);
        }
        open.write();
    }

    /** Entries belong to the payment, instruction or hold that is told behind them, or else to the request. */
    private void events(Group group, Standings standings) {
        long effectiveAt = group.stamp();
        List<Event> events = group.events();
        for (int i = 0; i < events.size(); i++) {
            Event event = events.get(i);
            switch (event) {
                case Event.Entry entry -> lines.add(entry);
                case Event.Effective(long at) -> effectiveAt = at;
                case Event.PaymentChanged payment -> {
                    changes.payment(group, i, payment, lines);
                    flush(group, payment.payment(), effectiveAt, standings);
                }
                case Event.InstructionChanged instruction -> {
                    changes.instruction(group, i, instruction, lines);
                    flush(group, instruction.instruction(), effectiveAt, standings);
                }
                case Event.HoldOpened hold -> {
                    changes.holdOpened(group, i, hold);
                    flush(group, hold.hold(), effectiveAt, standings);
                }
                case Event.HoldClosed hold -> {
                    changes.holdClosed(group, i, hold, lines);
                    flush(group, hold.hold(), effectiveAt, standings);
                }
                case Event.Reverses reverses -> changes.reversal(group, i, reverses);
                case Event.HolderChanged holder -> changes.holder(group, i, holder);
                case Event.LinkChanged link -> changes.link(group, i, link);
                case Event.LinkMoved move -> changes.moved(group, i, move);
                case Event.AuthenticatorChanged change -> changes.authenticator(group, i, change);
                case Event.BankChanged bank -> changes.bank(group, i, bank);
                case Event.EnquiryDue enquiry -> changes.enquiry(group, i, enquiry);
                case Event.BankContradiction contradiction -> changes.contradiction(group, i, contradiction);
                case Event.SafeguardingShortfall shortfall -> changes.shortfall(group, i, shortfall);
                case Event.ClockHalted halt -> changes.clockHalt(group, halt);
                case Event.TrustChanged _,
                        Event.EvidenceAccepted _,
                        Event.AssuranceChanged _,
                        Event.TryFailed _,
                        Event.DoorFailed _,
                        Event.LockMoved _ -> {} // the log has them; no table does
            }
        }
        if (!lines.isEmpty()) {
            Group.@Nullable Answered request = group.request();
            flush(group, request == null ? OperationId.NONE : request.operation(), effectiveAt, standings);
        }
    }

    private void flush(Group group, OperationId operation, long effectiveAt, Standings standings) {
        entryRows.write(group, operation, effectiveAt, lines, standings);
        lines.clear();
    }

    private void answer(Group group) {
        Group.@Nullable Answered request = group.request();
        if (request == null || !request.done() || request.client().equals(NODE) || !remembered(request.outcome())) {
            return;
        }
        switch (request.key()) {
            case RequestId id ->
                of(Table.ANSWERS)
                        .row()
                        .int8(request.client().value())
                        .int8(group.position())
                        .int8(request.outcome().first())
                        .int8(request.outcome().second())
                        .time(group.stamp())
                        .uuid(id.high(), id.low())
                        .int2(group.index())
                        .int2(group.outcome())
                        .letters(request.outcome().currency());
            case StreamEntry entry ->
                of(Table.STREAM_ANSWERS)
                        .row()
                        .int8(request.client().value())
                        .int8(entry.stream())
                        .int8(entry.sequence())
                        .int8(group.position())
                        .int8(request.outcome().first())
                        .int8(request.outcome().second())
                        .time(group.stamp())
                        .int2(group.index())
                        .int2(group.outcome())
                        .letters(request.outcome().currency());
        }
    }

    /** An answer that the engine does not remember is not the answer: the request may still be executed. */
    private static boolean remembered(Outcome outcome) {
        return !(outcome instanceof Refused refused) || refused.reason().remembered();
    }
}
