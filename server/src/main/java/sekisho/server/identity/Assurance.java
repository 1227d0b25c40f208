package sekisho.server.identity;

import sekisho.protocol.TierId;
import sekisho.server.people.PersonId;

/** Which tier follows from the evidence about a person. Any thread. */
public final class Assurance {
    /** Nothing is set for it, and never may be: a wallet in it holds, receives and moves ¥0. */
    public static final TierId UNVERIFIED = new TierId(250);

    /** Who has proved who they are. */
    public static final TierId VERIFIED = new TierId(1);

    private final Evidences evidences;

    Assurance(Evidences evidences) {
        this.evidences = evidences;
    }

    public TierId tier(PersonId person) {
        return evidences.of(person).isEmpty() ? UNVERIFIED : VERIFIED;
    }

    public boolean isVerified(PersonId person) {
        return !tier(person).equals(UNVERIFIED);
    }
}
