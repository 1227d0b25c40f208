package sekisho.bank.redirect;

import java.util.Optional;

/** What became of reading a result for somebody at the door. */
public sealed interface DoorReading {

    /**
     * It is the bank's answer to this request. Whether it was used before, its reader cannot know.
     *
     * @param said what the engine is shown; empty if the visit ended before an account was named
     */
    record Accepted(LinkResult result, Optional<SignedDoorResult> said) implements DoorReading {}

    /** It is not, and nothing of it may be used. */
    record Refused(ResultRefusal reason) implements DoorReading {}
}
