package sekisho.server.founding;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import sekisho.protocol.BankOperation;
import sekisho.protocol.EvidenceKind;
import sekisho.protocol.LinkStrength;
import sekisho.protocol.TrustCommand;
import sekisho.server.identity.Assurance;

/**
 * What a new book begins with: what evidence is worth (NIST SP 800-63-4), who may be in which tier, what a bank has to ask for,
 * and the ladder of what may be topped up. Yen, milliseconds. Staff change it later by {@link TrustCommand}s.
 */
final class FoundingRules {
    private static final long DAY = 86_400_000;
    private static final long FOR_EVER = Long.MAX_VALUE;
    private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");

    /** A photographed document is no longer enough from this day on (Act on Prevention of Transfer of Criminal Proceeds). */
    private static final LocalDate NO_MORE_IMAGES = LocalDate.of(2027, 4, 1);

    private FoundingRules() {}

    static List<TrustCommand> of(boolean production) {
        var rules = new ArrayList<TrustCommand>();
        rules.add(new TrustCommand.SetRule(EvidenceKind.IC_CHIP, 2, 0, 0, FOR_EVER));
        // A passport's chip knows no address.
        rules.add(new TrustCommand.SetRule(EvidenceKind.PASSPORT_CHIP, 1, 0, 0, FOR_EVER));
        rules.add(new TrustCommand.SetRule(EvidenceKind.VERIFIED_CLAIMS, 2, 0, 0, FOR_EVER));
        long images = NO_MORE_IMAGES.atStartOfDay(JAPAN).toInstant().toEpochMilli();
        rules.add(new TrustCommand.SetRule(EvidenceKind.DOCUMENT_IMAGE, 1, 0, 0, images));
        if (!production) {
            rules.add(new TrustCommand.SetRule(EvidenceKind.DEMONSTRATION, 2, 0, 0, FOR_EVER));
        }
        rules.add(new TrustCommand.SetTierFor(0, 0, Assurance.UNVERIFIED));
        rules.add(new TrustCommand.SetTierFor(2, 2, Assurance.VERIFIED));
        for (BankOperation operation : BankOperation.values()) {
            rules.add(new TrustCommand.SetFloor(operation, LinkStrength.WEAK_NOTICED, 2, true));
        }
        rules.addAll(ladder());
        return rules;
    }

    private static List<TrustCommand> ladder() {
        return List.of(
                // Weak, notice added: nothing on the first day, and little until the holder has confirmed.
                new TrustCommand.SetRung(LinkStrength.WEAK_NOTICED, false, 0, 0, 0, 0),
                new TrustCommand.SetRung(LinkStrength.WEAK_NOTICED, false, 1, DAY, 10_000, 30_000),
                new TrustCommand.SetRung(LinkStrength.WEAK_NOTICED, true, 0, DAY, 10_000, 30_000),
                new TrustCommand.SetRung(LinkStrength.WEAK_NOTICED, true, 1, 30 * DAY, 30_000, 100_000),
                // Never active unless its holder has confirmed.
                new TrustCommand.SetRung(LinkStrength.TWO_FACTOR, true, 0, 0, 50_000, 200_000),
                new TrustCommand.SetRung(LinkStrength.TWO_FACTOR, true, 1, 30 * DAY, 100_000, 500_000),
                new TrustCommand.SetRung(LinkStrength.PHISHING_RESISTANT, false, 0, 0, 100_000, 500_000),
                new TrustCommand.SetRung(LinkStrength.PHISHING_RESISTANT, false, 1, 30 * DAY, 300_000, 1_000_000),
                new TrustCommand.SetRung(LinkStrength.PHISHING_RESISTANT, true, 0, 0, 100_000, 500_000),
                new TrustCommand.SetRung(LinkStrength.PHISHING_RESISTANT, true, 1, 30 * DAY, 300_000, 1_000_000));
    }
}
