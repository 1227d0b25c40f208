package sekisho.auditor;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import sekisho.protocol.AccountKey;
import sekisho.protocol.DeadlineKind;
import sekisho.protocol.InstructionStatus;
import sekisho.protocol.Line;
import sekisho.protocol.PaymentStatus;
import sekisho.protocol.Side;
import sekisho.protocol.StateRecord.AccountRow;

/** Laws that need every row: added up anew each time. */
final class WholeBooks {

    /** Pending of both sides of one account. */
    private record Pending(long debits, long credits) {
        static final Pending NONE = new Pending(0, 0);

        Pending plus(Line line) {
            return line.side() == Side.DEBIT
                    ? new Pending(debits + line.amount(), credits)
                    : new Pending(debits, credits + line.amount());
        }
    }

    private final State state;

    WholeBooks(State state) {
        this.state = state;
    }

    void check() {
        conservation();
        funds();
        pendings();
        unclaimed();
        deadlines();
        rooms();
        new FoundedLaw(state).check();
    }

    /** Per book and currency all debits equal all credits, posted and pending. */
    private void conservation() {
        Map<Keys.Funds, Long> posted = new HashMap<>();
        Map<Keys.Funds, Long> pending = new HashMap<>();
        state.accounts.forEach((key, row) -> {
            Keys.Funds of = new Keys.Funds(key.book(), key.currency());
            posted.merge(of, row.debitsPosted() - row.creditsPosted(), Long::sum);
            pending.merge(of, row.debitsPending() - row.creditsPending(), Long::sum);
            LawBroken.unless(
                    row.debitsPosted() >= 0
                            && row.creditsPosted() >= 0
                            && row.debitsPending() >= 0
                            && row.creditsPending() >= 0,
                    "counters are not negative",
                    row);
        });
        posted.forEach((of, sum) -> LawBroken.unless(sum == 0, "no money is made or lost", of + " " + sum));
        pending.forEach((of, sum) -> LawBroken.unless(sum == 0, "what is pending is balanced", of + " " + sum));
    }

    private void funds() {
        Map<Keys.Funds, State.Funds> sums = new HashMap<>();
        state.accounts.forEach((key, row) -> {
            long balance = Accounts.balance(row);
            State.Funds more = key.kind().customer()
                    ? new State.Funds(balance, 0)
                    : new State.Funds(0, key.kind().funds() ? balance : 0);
            sums.merge(
                    new Keys.Funds(key.book(), key.currency()),
                    more,
                    (a, b) -> new State.Funds(a.outstanding() + b.outstanding(), a.held() + b.held()));
        });
        state.funds.forEach(
                (key, kept) -> LawBroken.unless(kept.equals(sums.get(key)), "sums are the sums of the accounts", key));
    }

    /** What is pending on an account is what open holds, payments and instructions hold there. */
    private void pendings() {
        Map<AccountKey, Pending> sums = new HashMap<>();
        state.holds.forEach((key, row) -> add(sums, row.lines()));
        state.payments.forEach((key, row) -> {
            if (row.status() == PaymentStatus.AUTHORISED) {
                add(sums, Payments.heldLines(row));
            }
        });
        state.instructions.forEach((key, row) -> {
            if (row.status().open()) {
                add(sums, Instructions.heldLines(row));
            }
        });
        state.accounts.forEach((key, row) ->
                LawBroken.unless(pending(row).equals(sums.getOrDefault(key, Pending.NONE)), "pending is held", row));
    }

    private static Pending pending(AccountRow row) {
        return new Pending(row.debitsPending(), row.creditsPending());
    }

    private static void add(Map<AccountKey, Pending> sums, List<Line> lines) {
        for (Line line : lines) {
            sums.merge(line.account(), Pending.NONE.plus(line), (a, b) -> a.plus(line));
        }
    }

    private void unclaimed() {
        AtomicLong requested = new AtomicLong();
        state.instructions.forEach((key, row) -> {
            if (row.status() == InstructionStatus.REQUESTED) {
                requested.incrementAndGet();
                LawBroken.unless(
                        row.instruction()
                                .equals(state.unclaimed.find(
                                        new Keys.Unclaimed(row.book(), row.bank(), row.operation(), row.sequence()))),
                        "the unclaimed are listed",
                        row);
            }
        });
        LawBroken.unless(requested.get() == state.unclaimed.size(), "only the unclaimed are listed", requested);
    }

    /** What waits has its deadline, and what has ended is forgotten some day. */
    private void deadlines() {
        state.holds.forEach((key, row) -> due(DeadlineKind.HOLD_EXPIRES, key, row.expiresAt() != 0));
        state.payments.forEach((key, row) -> {
            due(DeadlineKind.PAYMENT_EXPIRES, key, row.status() == PaymentStatus.AUTHORISED);
            due(DeadlineKind.PAYMENT_FORGOTTEN, key, row.status() != PaymentStatus.AUTHORISED);
        });
        state.instructions.forEach((key, row) -> {
            boolean waiting = row.status() == InstructionStatus.CLAIMED || row.status() == InstructionStatus.IN_DOUBT;
            due(DeadlineKind.INSTRUCTION_ASKS, key, waiting);
            due(DeadlineKind.INSTRUCTION_FORGOTTEN, key, !row.status().open());
        });
        state.founded.links.forEach((key, row) -> due(DeadlineKind.LINK_STEPS, key, row.until() != 0));
        state.founded.visits.forEach((key, row) -> due(DeadlineKind.VISIT_ENDS, key, true));
        LawBroken.unless(state.deadlines.size() == state.deadlineOf.size(), "a deadline has a subject", "counts");
    }

    private void due(DeadlineKind kind, Keys.Started key, boolean expected) {
        boolean has = state.deadlineOf.has(new Keys.Subject(kind, key.book(), key.operation(), 0));
        LawBroken.unless(has == expected, "what waits has its deadline " + kind, key);
    }

    private void rooms() {
        AuditedCapacity most = state.capacity;
        boolean within = state.holders.get() <= most.holders()
                && state.holds.size() <= most.holds()
                && state.payments.size() <= most.payments()
                && state.instructions.size() <= most.instructions()
                && state.links.size() <= most.links()
                && state.streams.size() <= most.streams()
                && state.reversals.size() <= most.reversals();
        LawBroken.unless(within, "tables stay within their capacity", most);
    }
}
