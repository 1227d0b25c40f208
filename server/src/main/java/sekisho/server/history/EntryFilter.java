package sekisho.server.history;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import sekisho.protocol.EntryKind;
import sekisho.protocol.OperationId;
import sekisho.protocol.OutcomeKind;

/**
 * Which entries of an account are wanted; all conditions have to hold.
 *
 * @param from booked at that time or later; null: from the first
 * @param to booked before that time; null: up to the last
 * @param kinds empty: all
 * @param outcomes how their requests ended; empty: all, those that time caused too
 * @param operation the payment, instruction, hold or other operation they belong to; null: any
 * @param least smallest amount, minor units
 * @param most largest amount, minor units
 */
public record EntryFilter(
        @Nullable Instant from,
        @Nullable Instant to,
        Set<EntryKind> kinds,
        Set<OutcomeKind> outcomes,
        @Nullable OperationId operation,
        long least,
        long most) {

    /** All entries. */
    public static final EntryFilter ALL = new EntryFilter(null, null, Set.of(), Set.of(), null, 0, Long.MAX_VALUE);

    public EntryFilter {
        kinds = Set.copyOf(kinds);
        outcomes = Set.copyOf(outcomes);
    }

    public EntryFilter withPeriod(@Nullable Instant newFrom, @Nullable Instant newTo) {
        return new EntryFilter(newFrom, newTo, kinds, outcomes, operation, least, most);
    }

    public EntryFilter withKinds(Set<EntryKind> newKinds) {
        return new EntryFilter(from, to, newKinds, outcomes, operation, least, most);
    }

    public EntryFilter withOutcomes(Set<OutcomeKind> newOutcomes) {
        return new EntryFilter(from, to, kinds, newOutcomes, operation, least, most);
    }

    public EntryFilter withOperation(OperationId newOperation) {
        return new EntryFilter(from, to, kinds, outcomes, newOperation, least, most);
    }

    public EntryFilter withAmounts(long newLeast, long newMost) {
        return new EntryFilter(from, to, kinds, outcomes, operation, newLeast, newMost);
    }
}
