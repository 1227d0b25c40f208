package sekisho.cli.explain;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import sekisho.core.Capacity;
import sekisho.core.explain.Explanation;
import sekisho.node.replay.Moment;
import sekisho.node.replay.NotReplayable;
import sekisho.node.replay.Replay;
import sekisho.protocol.CheckpointOutcome;
import sekisho.protocol.Outcome;
import sekisho.protocol.Refusal;
import sekisho.protocol.Refused;

/** A decision, and the guards that were asked for it. */
public record Why(Decision decision, Explanation explanation) {

    /** How what was answered stands to what follows from the guards. */
    public enum Agreement {
        /** The guards say what was answered. */
        AGREES,
        /** Not all guards of this command are told, and none that is refuses. */
        NOT_WHOLE,
        /** It was answered before a guard was asked: it had come before, or its chain or stream was not in order. */
        SETTLED_BEFORE,
        /** They say something else: this is a defect, of the explanation or worse. */
        DIFFERS
    }

    /**
     * Explains a decision of a home's log.
     *
     * @throws NotReplayable if the log does not reach back so far
     */
    public static Why of(Path home, Decision decision) throws IOException, NotReplayable {
        Moment moment = new Replay(home, Capacity.STANDARD).before(decision.position(), decision.place());
        return new Why(decision, moment.core().explain(moment.request()));
    }

    public Agreement agreement() {
        Outcome outcome = decision.answer().outcome();
        Refused refusal = refusal(outcome);
        Refused expected = explanation.refusal();
        if (decision.answer().repeated() || (refusal != null && before(refusal.reason()))) {
            return Agreement.SETTLED_BEFORE;
        }
        if (expected != null) {
            return expected.equals(refusal) ? Agreement.AGREES : Agreement.DIFFERS;
        }
        if (!explanation.whole()) {
            return Agreement.NOT_WHOLE;
        }
        return refusal == null ? Agreement.AGREES : Agreement.DIFFERS;
    }

    /** The refusal that an outcome is, or null. */
    static @Nullable Refused refusal(Outcome outcome) {
        return switch (outcome) {
            case Refused refused -> refused;
            case CheckpointOutcome.Denied denied -> new Refused(denied.reason());
            case Outcome _ -> null;
        };
    }

    private static boolean before(Refusal refusal) {
        return switch (refusal) {
            case REQUEST_CONFLICT, STREAM_GAP, STREAM_DIVERGED, CHAIN_MIXED, CHAIN_OPEN, CHAIN_TOO_LONG, CHAIN_BROKEN ->
                true;
            default -> false;
        };
    }
}
