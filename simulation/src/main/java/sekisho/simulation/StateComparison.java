package sekisho.simulation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import sekisho.protocol.InstructionStatus;
import sekisho.protocol.PaymentStatus;
import sekisho.protocol.StateRecord;
import sekisho.protocol.StateRecord.Booked;

/**
 * Compares two states, row by row. Rows are brought to a common form first, without what can never matter again: use
 * that counts nowhere, what was booked for what has ended, numbers that only order deadlines.
 */
final class StateComparison {

    private static final long SLOT = 900_000;
    private static final long THIRTY_DAYS = 2_592_000_000L;
    private static final int SHOWN = 6;

    private StateComparison() {}

    static void compare(String what, List<StateRecord> expected, List<StateRecord> actual) {
        Map<StateRecord, Integer> surplus = new HashMap<>();
        common(actual).forEach(row -> surplus.merge(row, 1, Integer::sum));
        common(expected).forEach(row -> surplus.merge(row, -1, Integer::sum));
        surplus.values().removeIf(count -> count == 0);
        if (!surplus.isEmpty()) {
            throw new Violation(
                    what + ": the states differ\n  expected " + some(surplus, -1) + "\n  actual   " + some(surplus, 1));
        }
    }

    private static List<String> some(Map<StateRecord, Integer> surplus, int sign) {
        return surplus.entrySet().stream()
                .filter(entry -> Integer.signum(entry.getValue()) == sign)
                .map(entry -> entry.getKey().toString())
                .sorted()
                .limit(SHOWN)
                .toList();
    }

    private static List<StateRecord> common(List<StateRecord> rows) {
        StateRecord.Engine engine = engine(rows);
        List<StateRecord> common = new ArrayList<>();
        List<StateRecord.DeadlineRow> deadlines = new ArrayList<>();
        for (StateRecord row : rows) {
            switch (row) {
                case StateRecord.DeadlineRow deadline -> deadlines.add(deadline);
                case StateRecord.HolderRow holder -> addIf(holder.kind().customer(), holder, common);
                case StateRecord.UsageSlotRow slot -> addIf(counts(slot, engine), slot, common);
                case StateRecord.UsageRow usage -> addUsage(usage, engine, common);
                case StateRecord.PaymentRow payment -> common.add(common(payment));
                case StateRecord.InstructionRow instruction -> common.add(common(instruction));
                case StateRecord.AccountRow account -> common.add(common(account));
                case StateRecord.Engine _ -> common.add(common(engine));
                case StateRecord.AnswerRow answer -> common.add(answer);
                case StateRecord.CurrencyRow _,
                        StateRecord.LimitRow _,
                        StateRecord.CapRow _,
                        StateRecord.BankRow _,
                        StateRecord.LinkRow _,
                        StateRecord.HoldRow _,
                        StateRecord.StreamRow _,
                        StateRecord.ReversalRow _ -> common.add(row);
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
                        StateRecord.ResaleRow _,
                        StateRecord.PersonRow _,
                        StateRecord.IdentityRow _,
                        StateRecord.EvidenceRow _,
                        StateRecord.AuthenticatorRow _,
                        StateRecord.UsedRow _,
                        StateRecord.BankAccountRow _,
                        StateRecord.CheckedLinkRow _,
                        StateRecord.ReviewRow _,
                        StateRecord.WindowRow _,
                        StateRecord.CheckedTopUpRow _,
                        StateRecord.LotRow _,
                        StateRecord.WeakUntilRow _,
                        StateRecord.VisitRow _,
                        StateRecord.LockRow _ -> common.add(row);
            }
        }
        deadlines.sort(Comparator.comparingLong(StateRecord.DeadlineRow::at)
                .thenComparingLong(StateRecord.DeadlineRow::sequence));
        for (int place = 0; place < deadlines.size(); place++) {
            common.add(common(deadlines.get(place), place));
        }
        return common;
    }

    private static StateRecord.Engine engine(List<StateRecord> rows) {
        return rows.stream()
                .filter(StateRecord.Engine.class::isInstance)
                .map(StateRecord.Engine.class::cast)
                .findFirst()
                .orElseThrow(() -> new Violation("a state without an engine row"));
    }

    private static void addIf(boolean wanted, StateRecord row, List<StateRecord> to) {
        if (wanted) {
            to.add(row);
        }
    }

    private static StateRecord common(StateRecord.Engine row) {
        return new StateRecord.Engine(
                row.now(),
                row.halted(),
                row.behaviourVersion(),
                row.day(),
                row.journalCapacity(),
                0,
                row.instructionSequence());
    }

    private static StateRecord common(StateRecord.DeadlineRow row, int place) {
        return new StateRecord.DeadlineRow(row.at(), place, row.kind(), row.book(), row.subject(), row.owner());
    }

    private static boolean counts(StateRecord.UsageSlotRow row, StateRecord.Engine engine) {
        return row.amount() != 0 && (row.slot() + 1L) * SLOT > engine.now() - THIRTY_DAYS;
    }

    private static void addUsage(StateRecord.UsageRow row, StateRecord.Engine engine, List<StateRecord> to) {
        long inDay = row.day() == engine.day() ? row.inDay() : 0;
        long inMonth = row.day() / 100 == engine.day() / 100 ? row.inMonth() : 0;
        if (inDay != 0 || inMonth != 0) {
            to.add(new StateRecord.UsageRow(
                    row.book(), row.wallet(), row.currency(), row.operation(), engine.day(), inDay, inMonth));
        }
    }

    private static StateRecord common(StateRecord.AccountRow row) {
        return row.key().kind().customer()
                ? row
                : new StateRecord.AccountRow(
                        row.key(),
                        0,
                        row.code(),
                        row.userData(),
                        row.floor(),
                        row.debitsPosted(),
                        row.creditsPosted(),
                        row.debitsPending(),
                        row.creditsPending(),
                        row.sequence());
    }

    private static StateRecord common(StateRecord.PaymentRow row) {
        return new StateRecord.PaymentRow(
                row.book(),
                row.payment(),
                row.wallet(),
                row.merchant(),
                row.amount(),
                row.status(),
                row.refundable(),
                row.refundableFee(),
                row.expiresAt(),
                row.status() == PaymentStatus.AUTHORISED ? row.booked() : Booked.UNCOUNTED);
    }

    private static StateRecord common(StateRecord.InstructionRow row) {
        return new StateRecord.InstructionRow(
                row.book(),
                row.instruction(),
                row.sequence(),
                row.operation(),
                row.bank(),
                row.wallet(),
                row.link(),
                row.amount(),
                row.status(),
                row.until(),
                row.status() == InstructionStatus.IN_DOUBT ? row.attempt() : 0,
                row.status().open() ? row.booked() : Booked.UNCOUNTED);
    }
}
