package sekisho.core;

import java.util.List;
import org.jspecify.annotations.Nullable;
import sekisho.core.decide.Decisions;
import sekisho.core.events.Events;
import sekisho.core.state.State;
import sekisho.core.time.Clock;
import sekisho.protocol.Answer;
import sekisho.protocol.Event;
import sekisho.protocol.Outcome;
import sekisho.protocol.Refusal;
import sekisho.protocol.Refused;
import sekisho.protocol.Request;
import sekisho.protocol.SettingsCommand;

/** One step of the log: the clock, what is overdue, then the requests in order. */
final class Step {

    private final State state;
    private final Clock clock;
    private final Events events = new Events();
    private final Decisions decisions;
    private final Seen seen;
    private final Chains chains;
    private final Lookahead lookahead;

    Step(State state, Capacity capacity) {
        this.state = state;
        clock = state.clock();
        decisions = new Decisions(state, capacity, events);
        seen = new Seen(state, capacity);
        chains = new Chains(state, seen, decisions, events);
        lookahead = new Lookahead(state);
    }

    void tick(long stamp, Sink sink) {
        pass(stamp, sink);
    }

    void frame(List<Request> requests, long stamp, Sink sink) {
        pass(stamp, sink);
        int at = 0;
        int ahead = 0;
        while (at < requests.size()) {
            if (at >= ahead) {
                ahead = lookahead.touch(requests, at);
            }
            int end = at;
            while (end < requests.size() && requests.get(end).linked()) {
                end++;
            }
            if (end == at) {
                single(requests.get(at), stamp, sink);
                at++;
            } else {
                boolean open = end == requests.size();
                chains.chain(requests.subList(at, open ? end : end + 1), open, sink);
                at = end + 1;
            }
        }
    }

    /** Lets time pass up to the stamp. */
    private void pass(long stamp, Sink sink) {
        boolean wasHalted = clock.halted();
        events.tellTo(sink::event);
        if (clock.advance(stamp)) {
            state.journal().forget(clock.now());
            decisions.endOverdue();
        } else if (!wasHalted) {
            events.tell(new Event.ClockHalted(clock.now(), stamp));
        }
        if (events.any()) {
            sink.timePassed();
        }
    }

    private void single(Request request, long stamp, Sink sink) {
        if (request.command() instanceof SettingsCommand.ConfirmTime confirm && !(request.dryRun() && clock.halted())) {
            Refused refused = confirmTime(request, confirm, stamp);
            if (refused != null) {
                sink.answered(request, new Answer(refused, false));
                return;
            }
        }
        Answer answer = clock.halted() ? halted() : seen.before(request);
        if (answer == null) {
            answer = new Answer(request.dryRun() ? tried(request) : decided(request), false);
        }
        sink.answered(request, answer);
    }

    private Outcome decided(Request request) {
        Outcome outcome = decisions.decide(request);
        seen.remember(request, outcome);
        return outcome;
    }

    private Outcome tried(Request request) {
        var listener = events.silence();
        state.guard().beginUndo();
        Outcome outcome = decisions.decide(request);
        state.guard().undo();
        events.tellTo(listener);
        return outcome;
    }

    private Answer halted() {
        return new Answer(new Refused(Refusal.CLOCK_HALTED, clock.now()), false);
    }

    private @Nullable Refused confirmTime(Request request, SettingsCommand.ConfirmTime confirm, long stamp) {
        if (confirm.millis() < stamp - Clock.MAX_STRIDE || confirm.millis() > stamp + Clock.MAX_STRIDE) {
            return new Refused(Refusal.TIME_NOT_NEAR, Math.max(clock.now(), stamp));
        }
        if (!request.dryRun()) {
            clock.confirm(stamp);
        }
        return null;
    }
}
