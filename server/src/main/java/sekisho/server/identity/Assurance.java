package sekisho.server.identity;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import sekisho.protocol.TierId;
import sekisho.server.people.PersonId;

/** Which assurance and tier follow from the evidence about a person. Any thread. */
public final class Assurance {
    /** Nothing is set for it, and never may be: a wallet in it holds, receives and moves ¥0. */
    public static final TierId UNVERIFIED = new TierId(250);

    /** Who has proved who they are. */
    public static final TierId VERIFIED = new TierId(1);

    private final Evidences evidences;
    private final Worth worth;
    private final InstantSource clock;

    Assurance(Evidences evidences, Worth worth, InstantSource clock) {
        this.evidences = evidences;
        this.worth = worth;
        this.clock = clock;
    }

    /** Identity and authenticator assurance by evidence, each 0 to 3 (NIST SP 800-63-4). */
    public record Levels(int ial, int aal) {}

    /** What the best evidence that counts now gives. */
    public Levels levels(PersonId person) {
        Instant now = clock.instant();
        List<KeptEvidence> all = evidences.of(person);
        return new Levels(
                all.stream().mapToInt(one -> worth.ial(one, now)).max().orElse(0),
                all.stream().mapToInt(one -> worth.aal(one, now)).max().orElse(0));
    }

    public TierId tier(PersonId person) {
        Levels levels = levels(person);
        return worth.tier(levels.ial(), levels.aal()).orElse(UNVERIFIED);
    }

    public boolean isVerified(PersonId person) {
        return !tier(person).equals(UNVERIFIED);
    }
}
