package sekisho.auditor;

import java.util.List;
import org.jspecify.annotations.Nullable;
import sekisho.protocol.Answer;
import sekisho.protocol.Refused;
import sekisho.protocol.Request;
import sekisho.protocol.RequestId;
import sekisho.protocol.SettingsCommand.ConfirmTime;
import sekisho.protocol.StreamEntry;

/** Answers a request that stands alone: section 2 of docs/rules.md, in its order. */
final class Requests {

    private final State state;
    private final Clock clock;
    private final Journal journal;
    private final Streams streams;
    private final Decisions decisions;

    Requests(State state, Clock clock, Journal journal, Decisions decisions) {
        this.state = state;
        this.clock = clock;
        this.journal = journal;
        this.streams = new Streams(state);
        this.decisions = decisions;
    }

    Answered answer(Request request) {
        Answer atOnce = beforeDeciding(request);
        return atOnce != null ? new Answered(request, atOnce, List.of()) : decide(request);
    }

    private @Nullable Answer beforeDeciding(Request request) {
        boolean confirms = request.command() instanceof ConfirmTime && !(request.dryRun() && clock.halted());
        if (confirms && request.command() instanceof ConfirmTime confirm) {
            Refused refused = clock.confirm(confirm);
            if (refused != null) {
                return new Answer(refused, false);
            }
        }
        if (clock.halted()) {
            return new Answer(clock.refusal(), false);
        }
        return switch (request.key()) {
            case RequestId id -> {
                Answer seen = journal.seen(request, id);
                Refused full = seen != null || request.dryRun() ? null : journal.full(1);
                yield full != null ? new Answer(full, false) : seen;
            }
            case StreamEntry entry -> streams.seen(request, entry);
        };
    }

    private Answered decide(Request request) {
        long before = state.undo.mark();
        Decisions.Decided decided = decisions.decide(request);
        if (request.dryRun()) {
            state.undo.backTo(before);
            return new Answered(request, new Answer(decided.outcome(), false), List.of());
        }
        switch (request.key()) {
            case RequestId id -> journal.remember(request, id, decided.outcome());
            case StreamEntry entry -> streams.advance(request, entry, decided.outcome());
        }
        return new Answered(request, new Answer(decided.outcome(), false), decided.events());
    }
}
