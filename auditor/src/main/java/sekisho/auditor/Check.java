package sekisho.auditor;

import org.jspecify.annotations.Nullable;
import sekisho.protocol.Refusal;
import sekisho.protocol.Refused;

/** One entry in a command's column "checks" of docs/rules.md. */
@FunctionalInterface
interface Check {

    /** The refusal, or null when the command passes. */
    @Nullable
    Refused refusal();

    /** The refusal of the first check that does not pass; later ones are not asked. */
    static @Nullable Refused first(Check... checks) {
        for (Check check : checks) {
            Refused refused = check.refusal();
            if (refused != null) {
                return refused;
            }
        }
        return null;
    }

    static @Nullable Refused when(boolean refuse, Refusal reason) {
        return refuse ? new Refused(reason) : null;
    }

    static @Nullable Refused when(boolean refuse, Refusal reason, long bound) {
        return refuse ? new Refused(reason, bound) : null;
    }
}
