package sekisho.banksimulator.conduct;

import java.util.List;

/**
 * One way of misbehaving.
 *
 * @param share of the calls that suffer it, 0 to 1
 * @param millis how long a slow call takes; 0 for other faults
 * @param calls which it befalls, if the fault can befall them
 */
public record Misbehaviour(Fault fault, double share, long millis, List<CallKind> calls) {
    public Misbehaviour {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("share: 0 to 1");
        }
        if (millis < 0 || millis > 3_600_000) {
            throw new IllegalArgumentException("millis: 0 to 3600000");
        }
        calls = List.copyOf(calls);
    }

    /** Every call suffers it. */
    public static Misbehaviour always(Fault fault) {
        return often(fault, 1);
    }

    /** A share of all calls suffers it. */
    public static Misbehaviour often(Fault fault, double share) {
        return new Misbehaviour(fault, share, 0, List.of(CallKind.values()));
    }

    /** A share of all calls is slow. */
    public static Misbehaviour slow(double share, long millis) {
        return new Misbehaviour(Fault.SLOW, share, millis, List.of(CallKind.values()));
    }

    /** The same, on some calls only. */
    public Misbehaviour on(CallKind... some) {
        return new Misbehaviour(fault, share, millis, List.of(some));
    }

    boolean befalls(CallKind kind) {
        return calls.contains(kind) && fault.befalls(kind);
    }
}
