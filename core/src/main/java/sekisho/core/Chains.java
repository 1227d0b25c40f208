package sekisho.core;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import sekisho.core.decide.Decisions;
import sekisho.core.events.Events;
import sekisho.core.state.State;
import sekisho.protocol.Answer;
import sekisho.protocol.Event;
import sekisho.protocol.Outcome;
import sekisho.protocol.Refusal;
import sekisho.protocol.Refused;
import sekisho.protocol.Request;
import sekisho.protocol.RequestId;
import sekisho.protocol.SettingsCommand;
import sekisho.protocol.StreamEntry;

/** Chains: requests that succeed or fail together. */
final class Chains {

    /** Most requests of a chain. */
    static final int LONGEST = 64;

    private final State state;
    private final Seen seen;
    private final Decisions decisions;
    private final Events events;

    Chains(State state, Seen seen, Decisions decisions, Events events) {
        this.state = state;
        this.seen = seen;
        this.decisions = decisions;
        this.events = events;
    }

    /** Answers a chain; {@code open}: the frame ended before it did. */
    void chain(List<Request> chain, boolean open, Sink sink) {
        Refused malformed = refusesShape(chain, open);
        if (malformed != null) {
            chain.forEach(request -> sink.answered(request, new Answer(malformed, false)));
            return;
        }
        List<@Nullable Answer> known = known(chain);
        int first = firstKnown(known);
        if (first >= 0) {
            answerKnown(chain, known, first, sink);
        } else {
            execute(chain, sink);
        }
    }

    private @Nullable Refused refusesShape(List<Request> chain, boolean open) {
        if (state.clock().halted()) {
            return new Refused(Refusal.CLOCK_HALTED, state.clock().now());
        }
        if (chain.size() > LONGEST) {
            return new Refused(Refusal.CHAIN_TOO_LONG, LONGEST);
        }
        if (open) {
            return new Refused(Refusal.CHAIN_OPEN);
        }
        boolean dry = chain.getFirst().dryRun();
        for (Request request : chain) {
            if (request.dryRun() != dry
                    || request.key() instanceof StreamEntry
                    || request.command() instanceof SettingsCommand.ConfirmTime) {
                return new Refused(Refusal.CHAIN_MIXED);
            }
        }
        return null;
    }

    /** For each request the answer that it has already or that its id brings; null: it is new. */
    private List<@Nullable Answer> known(List<Request> chain) {
        List<@Nullable Answer> known = new ArrayList<>(chain.size());
        boolean full = !chain.getFirst().dryRun() && !seen.hasRoomFor(chain.size());
        for (int i = 0; i < chain.size(); i++) {
            Request request = chain.get(i);
            Answer answer = seen.known(request, (RequestId) request.key());
            if (answer == null && sameIdBefore(chain, i)) {
                answer = new Answer(new Refused(Refusal.REQUEST_CONFLICT), false);
            }
            known.add(answer == null && full ? seen.full() : answer);
        }
        return known;
    }

    private static boolean sameIdBefore(List<Request> chain, int at) {
        for (int i = 0; i < at; i++) {
            if (chain.get(i).key().equals(chain.get(at).key())
                    && chain.get(i).client().equals(chain.get(at).client())) {
                return true;
            }
        }
        return false;
    }

    private static int firstKnown(List<@Nullable Answer> known) {
        for (int i = 0; i < known.size(); i++) {
            if (known.get(i) != null) {
                return i;
            }
        }
        return -1;
    }

    /** Some are known: nothing is executed, and the others are broken by the first that is. */
    private static void answerKnown(List<Request> chain, List<@Nullable Answer> known, int first, Sink sink) {
        Answer broken = new Answer(new Refused(Refusal.CHAIN_BROKEN, first), false);
        for (int i = 0; i < chain.size(); i++) {
            Answer answer = known.get(i);
            sink.answered(chain.get(i), answer == null ? broken : answer);
        }
    }

    private void execute(List<Request> chain, Sink sink) {
        List<Outcome> outcomes = new ArrayList<>(chain.size());
        List<List<Event>> told = new ArrayList<>(chain.size());
        Consumer<Event> listener = events.silence();
        state.guard().beginUndo();
        for (Request request : chain) {
            List<Event> own = new ArrayList<>();
            told.add(own);
            events.tellTo(own::add);
            Outcome outcome = decisions.decide(request);
            outcomes.add(outcome);
            if (!outcome.accepted()) {
                break;
            }
        }
        events.tellTo(listener);
        boolean holds = outcomes.getLast().accepted();
        boolean dry = chain.getFirst().dryRun();
        if (holds && !dry) {
            state.guard().keep();
        } else {
            state.guard().undo();
        }
        Outcome broken = new Refused(Refusal.CHAIN_BROKEN, outcomes.size() - 1);
        for (int i = 0; i < chain.size(); i++) {
            boolean own = holds || i == outcomes.size() - 1;
            Outcome outcome = own ? outcomes.get(i) : broken;
            if (holds && !dry) {
                told.get(i).forEach(sink::event);
            }
            if (!dry) {
                seen.remember(chain.get(i), outcome);
            }
            sink.answered(chain.get(i), new Answer(outcome, false));
        }
    }
}
