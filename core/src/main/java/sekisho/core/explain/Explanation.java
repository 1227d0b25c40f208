package sekisho.core.explain;

import java.util.List;
import org.jspecify.annotations.Nullable;
import sekisho.protocol.Refused;
import sekisho.protocol.Request;

/**
 * Why a request is answered as it is.
 *
 * @param now the engine's time when it is decided (ms)
 * @param day the calendar day then, YYYYMMDD
 * @param reasons the guards in the order in which they are asked, up to the first that refuses
 */
public record Explanation(Request request, long now, int day, List<Reason> reasons) {

    public Explanation {
        reasons = List.copyOf(reasons);
    }

    /** The refusal that follows; null: nothing that is told here refuses. */
    public @Nullable Refused refusal() {
        return reasons.isEmpty() ? null : reasons.getLast().refuses();
    }

    /** Whether all guards of the command are told, so that no refusal means that it is accepted. */
    public boolean whole() {
        return reasons.stream().noneMatch(Reason.Untold.class::isInstance);
    }
}
