package sekisho.banksimulator.conduct;

import java.util.List;

/**
 * How a bank behaves. A call suffers the first misbehaviour of the list that befalls it, at most one.
 *
 * @param seed of what befalls which call
 */
public record Conduct(long seed, List<Misbehaviour> misbehaviours) {

    /** Does what it should. */
    public static final Conduct GOOD = new Conduct(0, List.of());

    public Conduct {
        misbehaviours = List.copyOf(misbehaviours);
    }

    /** Misbehaves in one way. */
    public static Conduct of(long seed, Misbehaviour... misbehaviours) {
        return new Conduct(seed, List.of(misbehaviours));
    }
}
