package sekisho.banksimulator.customers;

import java.time.Instant;
import java.util.List;
import sekisho.banksimulator.profile.Ask;
import sekisho.banksimulator.profile.Named;

/**
 * Something that a customer is asked to confirm on their own device.
 *
 * @param kind in the app, in the app with the face, or by a call
 * @param code what has to be picked or keyed in
 * @param choices among which it is picked; none for a call
 * @param about who wants what
 */
public record Approval(
        String id, Ask kind, String code, List<String> choices, Named about, Instant expires, Answer answer) {
    public Approval {
        choices = List.copyOf(choices);
    }

    /** What the customer said. */
    public enum Answer {
        NONE,
        YES,
        NO
    }

    Approval answered(Answer value) {
        return new Approval(id, kind, code, choices, about, expires, value);
    }

    boolean isOpen(Instant now) {
        return answer == Answer.NONE && now.isBefore(expires);
    }

    /** Without the code. */
    @Override
    public String toString() {
        return "Approval[" + id + ", " + kind + ", " + answer + "]";
    }
}
