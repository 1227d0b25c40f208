package sekisho.auditor;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import sekisho.protocol.OperationId;
import sekisho.protocol.StateRecord;

/**
 * The state as snapshot rows. Use that counts in no window any more is left out, and so are the counters of a day or
 * month that is over.
 */
final class Records {

    private static final long SLOT = 900_000;
    private static final long THIRTY_DAYS = 2_592_000_000L;

    /** One slot of one usage. */
    private record Slot(Keys.Usage usage, int slot) {}

    private final State state;
    private final List<StateRecord> all = new ArrayList<>();

    Records(State state) {
        this.state = state;
    }

    List<StateRecord> all() {
        all.add(new StateRecord.Engine(
                state.now.get(),
                state.halted.get(),
                state.behaviour.get(),
                state.day.get(),
                state.journalCapacity.get(),
                state.deadlineSequence.get(),
                state.instructionSequence.get()));
        settings();
        state.holderRows.forEach((key, row) -> all.add(row));
        state.accounts.forEach((key, row) -> all.add(row));
        usage();
        state.banks.forEach((key, row) -> all.add(row));
        links();
        state.holds.forEach((key, row) -> all.add(row));
        state.payments.forEach((key, row) -> all.add(row));
        state.instructions.forEach((key, row) -> all.add(row));
        state.deadlines.forEach((key, row) -> all.add(row));
        state.journal.forEach((key, given) -> all.add(new StateRecord.AnswerRow(
                key.client(),
                key.id(),
                given.contentHash(),
                given.outcome().kind(),
                given.outcome().currency(),
                given.outcome().first(),
                given.outcome().second())));
        state.streams.forEach((key, row) -> all.add(row));
        state.reversals.forEach((key, row) -> all.add(new StateRecord.ReversalRow(key.book(), key.operation())));
        state.founded.forEach(state.now.get(), all::add);
        return all;
    }

    private void settings() {
        state.currencies.forEach((key, row) -> all.add(row));
        state.limits.forEach((key, limit) ->
                all.add(new StateRecord.LimitRow(key.book(), key.tier(), key.currency(), key.operation(), limit)));
        state.caps.forEach((key, cap) -> all.add(new StateRecord.CapRow(key.book(), key.tier(), key.currency(), cap)));
    }

    private void usage() {
        Map<Slot, Long> slots = new HashMap<>();
        Set<Keys.Usage> usages = new HashSet<>();
        long windowBegins = state.now.get() - THIRTY_DAYS;
        state.bookings.forEach((booking, amount) -> {
            usages.add(booking.usage());
            if ((booking.slot() + 1L) * SLOT > windowBegins) {
                slots.merge(new Slot(booking.usage(), booking.slot()), amount, Long::sum);
            }
        });
        slots.forEach((slot, amount) -> all.add(new StateRecord.UsageSlotRow(
                slot.usage.book(),
                slot.usage.wallet(),
                slot.usage.currency(),
                slot.usage.operation(),
                slot.slot,
                amount)));
        int day = state.day.get();
        Limits limits = new Limits(state);
        for (Keys.Usage usage : usages) {
            Limits.Used used = limits.used(usage);
            if (used.inDay() > 0 || used.inMonth() > 0) {
                all.add(new StateRecord.UsageRow(
                        usage.book(),
                        usage.wallet(),
                        usage.currency(),
                        usage.operation(),
                        day,
                        used.inDay(),
                        used.inMonth()));
            }
        }
    }

    private void links() {
        state.linksOf.forEach((holder, links) -> {
            int place = 0;
            for (OperationId link : links) {
                StateRecord.LinkRow row = state.links.get(new Keys.Started(holder.book(), link));
                all.add(new StateRecord.LinkRow(
                        row.book(), row.wallet(), link, place++, row.bank(), row.status(), row.evidence()));
            }
        });
    }
}
