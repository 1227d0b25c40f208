package sekisho.core.decide;

import org.jspecify.annotations.Nullable;
import sekisho.core.limits.Tiers;
import sekisho.core.state.State;
import sekisho.core.trust.Strength;
import sekisho.core.trust.Trust;
import sekisho.protocol.BookId;
import sekisho.protocol.Description;
import sekisho.protocol.Limit;
import sekisho.protocol.SettingsCommand;
import sekisho.protocol.StateRecord.DescriptionRow;
import sekisho.protocol.StateRecord.FloorRow;
import sekisho.protocol.StateRecord.RuleRow;
import sekisho.protocol.StateRecord.RungRow;
import sekisho.protocol.TrustCommand;

/** Whether a command allows anything that was not allowed before. In doubt it does. */
final class Loosening {

    private final Trust trust;
    private final Tiers tiers;

    Loosening(State state) {
        trust = state.trust();
        tiers = state.tiers();
    }

    boolean loosens(BookId book, TrustCommand command) {
        return switch (command) {
            case TrustCommand.Found _,
                    TrustCommand.EnrolStaff _,
                    TrustCommand.TrustIssuer _,
                    TrustCommand.TrustBankKey _,
                    TrustCommand.SetTierFor _,
                    TrustCommand.OpenMethod _ -> true;
            case TrustCommand.RemoveStaff _,
                    TrustCommand.DistrustIssuer _,
                    TrustCommand.DistrustBankKey _,
                    TrustCommand.StopMethod _ -> false;
            case TrustCommand.MarkMerchant mark -> !mark.resale();
            case TrustCommand.SetRule rule -> rule(trust.rule(book, rule.kind()), rule);
            case TrustCommand.SetFloor floor -> floor(trust.floor(book, floor.operation()), floor);
            case TrustCommand.SetRung rung ->
                rung(trust.rung(book, rung.strength(), rung.confirmed(), rung.place()), rung);
            case TrustCommand.Describe describe ->
                description(trust.description(book, describe.bank()), describe.description());
        };
    }

    private static boolean rule(@Nullable RuleRow before, TrustCommand.SetRule rule) {
        if (before == null) {
            return rule.ial() > 0 || rule.aal() > 0;
        }
        return rule.ial() > before.ial()
                || rule.aal() > before.aal()
                || rule.from() < before.from()
                || rule.until() > before.until();
    }

    private static boolean floor(@Nullable FloorRow before, TrustCommand.SetFloor floor) {
        return before == null
                || !floor.strength().atLeast(before.strength())
                || floor.ial() < before.ial()
                || (floor.closeMatch() && !before.closeMatch());
    }

    private static boolean rung(@Nullable RungRow before, TrustCommand.SetRung rung) {
        return before == null
                || rung.ageMillis() < before.ageMillis()
                || rung.in24Hours() > before.in24Hours()
                || rung.in30Days() > before.in30Days();
    }

    private static boolean description(@Nullable DescriptionRow row, Description after) {
        if (row == null) {
            return true;
        }
        Description before = row.description();
        boolean stronger = Strength.of(after).compareTo(Strength.of(before)) > 0;
        boolean more = after.perTopUp() > before.perTopUp() || after.newLinksIn24Hours() > before.newLinksIn24Hours();
        boolean sooner =
                after.objectionMillis() < before.objectionMillis() || after.pullBackMillis() < before.pullBackMillis();
        boolean otherMatches = (after.matches() & ~before.matches()) != 0;
        return stronger || more || sooner || otherMatches || after.method() != before.method();
    }

    boolean loosens(BookId book, SettingsCommand.SetLimit set) {
        int row = tiers.find(book.value(), set.tier().value(), set.currency());
        Limit after = set.limit();
        return after.perOperation() > tiers.perOperation(row, set.operation())
                || after.in24Hours() > tiers.in24Hours(row, set.operation())
                || after.in30Days() > tiers.in30Days(row, set.operation())
                || after.inDay() > tiers.inDay(row, set.operation())
                || after.inMonth() > tiers.inMonth(row, set.operation());
    }

    boolean loosens(BookId book, SettingsCommand.SetBalanceCap set) {
        return set.cap() > tiers.cap(tiers.find(book.value(), set.tier().value(), set.currency()));
    }
}
