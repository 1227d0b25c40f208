package sekisho.simulation.threat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Looks for what a thief gets who is verified as his victim, over the engine itself: every order of his acts at each time at which
 * anything changes, and from there on from the best states only.
 */
public final class ThreatSearch {

    private static final Comparator<State> BETTER = Comparator.comparingLong(State::gone)
            .thenComparingLong(State::debited)
            .thenComparingLong(state -> state.sent() + state.resold() + state.cashedOut())
            .thenComparingInt(State::links)
            .reversed();

    private final Target target;
    private final int beam;
    private final long[] debited = new long[Losses.HOURS.size()];
    private final long[] gone = new long[Losses.HOURS.size()];
    private long in24Hours;
    private long sent;
    private long resold;
    private long cashedOut;
    private long states;

    private ThreatSearch(Target target, int beam) {
        this.target = target;
        this.beam = beam;
    }

    /**
     * The most that was found.
     *
     * @param beam from how many states time goes on, at least 1
     */
    public static Losses search(Target target, int beam) {
        if (beam < 1) {
            throw new IllegalArgumentException("a beam is at least 1 wide");
        }
        ThreatSearch it = new ThreatSearch(target, beam);
        it.run();
        return it.losses();
    }

    private void run() {
        ThreatWorld world = ThreatWorld.begin(target);
        long end = world.now() + Losses.HOURS.getLast() * ThreatWorld.HOUR;
        long begin = world.now();
        List<State> level = List.of(new State(world.rows(), world.now(), List.of(), 0, 0, 0, 0));
        while (!level.isEmpty()) {
            List<State> all = closure(level, begin);
            all.sort(BETTER);
            List<State> next = new ArrayList<>();
            for (State state : all.subList(0, Math.min(beam, all.size()))) {
                if (state.now() < end) {
                    next.add(Thief.waits(state, target, end));
                }
            }
            level = next;
        }
    }

    /** Every state that he comes to without letting time pass. */
    private List<State> closure(List<State> from, long begin) {
        List<State> all = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        ArrayDeque<State> open = new ArrayDeque<>(from);
        while (!open.isEmpty()) {
            State state = open.remove();
            if (seen.add(Thief.look(state, target))) {
                all.add(state);
                note(state, begin);
                open.addAll(Thief.acts(state, target));
            }
        }
        return all;
    }

    private void note(State state, long begin) {
        states++;
        for (int i = 0; i < debited.length; i++) {
            if (state.now() <= begin + Losses.HOURS.get(i) * ThreatWorld.HOUR) {
                debited[i] = Math.max(debited[i], state.debited());
                gone[i] = Math.max(gone[i], state.gone());
            }
        }
        in24Hours = Math.max(in24Hours, state.in24Hours());
        sent = Math.max(sent, state.sent());
        resold = Math.max(resold, state.resold());
        cashedOut = Math.max(cashedOut, state.cashedOut());
    }

    private Losses losses() {
        List<Losses.Row> rows = new ArrayList<>();
        for (int i = 0; i < debited.length; i++) {
            rows.add(new Losses.Row(Losses.HOURS.get(i), debited[i], gone[i]));
        }
        return new Losses(target, rows, in24Hours, sent, resold, cashedOut, states);
    }
}
