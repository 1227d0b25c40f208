package sekisho.server.founding;

import java.util.List;
import sekisho.protocol.LinkStrength;
import sekisho.protocol.TrustCommand.SetRung;

/** How much may be topped up through a link, by its strength and its age: what every book begins with. Yen, milliseconds. */
public final class Ladder {
    private static final long DAY = 86_400_000;

    private static final List<SetRung> RUNGS = List.of(
            // Weak, notice added: nothing on the first day, and little until the holder has confirmed.
            new SetRung(LinkStrength.WEAK_NOTICED, false, 0, 0, 0, 0),
            new SetRung(LinkStrength.WEAK_NOTICED, false, 1, DAY, 10_000, 30_000),
            new SetRung(LinkStrength.WEAK_NOTICED, true, 0, DAY, 10_000, 30_000),
            new SetRung(LinkStrength.WEAK_NOTICED, true, 1, 30 * DAY, 30_000, 100_000),
            // Never active unless its holder has confirmed.
            new SetRung(LinkStrength.TWO_FACTOR, true, 0, 0, 50_000, 200_000),
            new SetRung(LinkStrength.TWO_FACTOR, true, 1, 30 * DAY, 100_000, 500_000),
            new SetRung(LinkStrength.PHISHING_RESISTANT, false, 0, 0, 100_000, 500_000),
            new SetRung(LinkStrength.PHISHING_RESISTANT, false, 1, 30 * DAY, 300_000, 1_000_000),
            new SetRung(LinkStrength.PHISHING_RESISTANT, true, 0, 0, 100_000, 500_000),
            new SetRung(LinkStrength.PHISHING_RESISTANT, true, 1, 30 * DAY, 300_000, 1_000_000));

    private Ladder() {}

    static List<SetRung> rungs() {
        return RUNGS;
    }

    /** The rungs of links of one strength, lowest first; those of links that their holder has confirmed come last. */
    public static List<SetRung> of(LinkStrength strength) {
        return RUNGS.stream().filter(rung -> rung.strength() == strength).toList();
    }
}
