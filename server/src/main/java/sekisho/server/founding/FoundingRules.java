package sekisho.server.founding;

import java.util.ArrayList;
import java.util.List;
import sekisho.protocol.BankOperation;
import sekisho.protocol.EvidenceKind;
import sekisho.protocol.LinkStrength;
import sekisho.protocol.TrustCommand;
import sekisho.server.identity.Assurance;
import sekisho.server.identity.Worth;

/**
 * What a new book begins with: what evidence is worth (NIST SP 800-63-4), who may be in which tier, what a bank has to ask for,
 * and the ladder of what may be topped up. Yen, milliseconds. Staff change it later by {@link TrustCommand}s.
 */
final class FoundingRules {
    private FoundingRules() {}

    static List<TrustCommand> of(Worth worth, boolean production) {
        var rules = new ArrayList<TrustCommand>();
        worth.rules().stream()
                .filter(rule -> !production || rule.kind() != EvidenceKind.DEMONSTRATION)
                .map(rule -> new TrustCommand.SetRule(
                        rule.kind(), rule.ial(), rule.aal(), rule.from().toEpochMilli(), rule.untilMillis()))
                .forEach(rules::add);
        rules.add(new TrustCommand.SetTierFor(0, 0, Assurance.UNVERIFIED));
        rules.add(new TrustCommand.SetTierFor(2, 2, Assurance.VERIFIED));
        for (BankOperation operation : BankOperation.values()) {
            // A close match will not do: kana and a birth date are what a thief knows, and cards carry no kana.
            rules.add(new TrustCommand.SetFloor(operation, LinkStrength.WEAK_NOTICED, 2, false));
        }
        rules.addAll(Ladder.rungs());
        return rules;
    }
}
