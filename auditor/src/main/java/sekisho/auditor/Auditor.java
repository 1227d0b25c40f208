package sekisho.auditor;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import sekisho.protocol.AccountKey;
import sekisho.protocol.Event;
import sekisho.protocol.Request;
import sekisho.protocol.StateRecord;

/**
 * A second engine that says what the first one should do: slow, plain, and written from docs/rules.md alone. It holds
 * every step that it takes against the laws of the ledger and throws {@link LawBroken} when its own books break one.
 * One thread at a time.
 */
public final class Auditor {

    /** How many steps can be taken back. */
    public static final int STEPS_KEPT = 64;

    private final State state;
    private final Clock clock;
    private final Journal journal;
    private final Decisions decisions;
    private final Requests requests;
    private final Chains chains;
    private final Laws laws;
    private final ArrayDeque<Long> stepMarks = new ArrayDeque<>();

    public Auditor(AuditedCapacity capacity) {
        state = new State(capacity);
        clock = new Clock(state);
        journal = new Journal(state);
        decisions = new Decisions(state);
        requests = new Requests(state, clock, journal, decisions);
        chains = new Chains(state, clock, journal, decisions);
        laws = new Laws(state);
    }

    /** One frame: 1 to 1,024 requests under one stamp (ms). */
    public Step frame(List<Request> frame, long stamp) {
        List<Event> timePassed = begin(stamp);
        List<Answered> answers = new ArrayList<>();
        int from = 0;
        while (from < frame.size()) {
            int to = from + 1;
            while (frame.get(to - 1).linked() && to < frame.size()) {
                to++;
            }
            if (frame.get(from).linked()) {
                answers.addAll(chains.answer(frame.subList(from, to)));
            } else {
                answers.add(requests.answer(frame.get(from)));
            }
            from = to;
        }
        Step step = new Step(timePassed, answers);
        laws.check(step);
        return step;
    }

    /** Time alone. */
    public Step tick(long stamp) {
        return frame(List.of(), stamp);
    }

    private List<Event> begin(long stamp) {
        stepMarks.addLast(state.undo.mark());
        if (stepMarks.size() > STEPS_KEPT) {
            stepMarks.removeFirst();
            state.undo.forgetBefore(stepMarks.getFirst());
        }
        clock.judge(stamp);
        if (!clock.halted()) {
            journal.forget();
            decisions.workOffOverdue();
        }
        return state.takeEvents();
    }

    /** Takes back the last steps, at most {@link #STEPS_KEPT}: they were lost before they were durable. */
    public void stepBack(int steps) {
        if (steps > stepMarks.size()) {
            throw new IllegalArgumentException("so many steps are not kept");
        }
        for (int taken = 0; taken < steps; taken++) {
            state.undo.backTo(stepMarks.removeLast());
        }
    }

    /** The whole books against the laws; costs time in proportion to them. */
    public void checkEverything() {
        laws.checkEverything();
    }

    /** The time that is trusted (ms). */
    public long now() {
        return state.now.get();
    }

    public boolean halted() {
        return state.halted.get();
    }

    /** Posted balances of all accounts ever touched, in the order of their keys. */
    public Map<AccountKey, Long> balances() {
        Map<AccountKey, Long> balances = new TreeMap<>(
                Comparator.<AccountKey>comparingInt(key -> key.book().value())
                        .thenComparing(AccountKey::kind)
                        .thenComparingLong(AccountKey::owner)
                        .thenComparingInt(key -> key.currency().packed()));
        state.accounts.forEach((key, row) -> balances.put(key, Accounts.balance(row)));
        return balances;
    }

    /** The whole state as snapshot rows in no order. */
    public List<StateRecord> records() {
        return new Records(state).all();
    }

    /** What is asked about by somebody who looks for plausible requests. */
    public Glance glance() {
        return new Glance(state);
    }
}
