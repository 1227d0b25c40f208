package sekisho.core.explain;

import org.jspecify.annotations.Nullable;
import sekisho.protocol.Refused;

/**
 * One guard that was asked, with everything it looked at. Amounts are minor units of the command's currency, times milliseconds
 * since 1970, lengths of time milliseconds. No component holds a verdict: that follows from the others.
 */
public sealed interface Reason permits Behind, Standing, Sum, Linked, Reason.Untold {

    /** What the guard said to these inputs; null: it let the request through. */
    @Nullable
    Refused refuses();

    /** What this command asks beyond the guards before is not told here. */
    record Untold(String command) implements Reason {
        @Override
        public @Nullable Refused refuses() {
            return null;
        }
    }
}
