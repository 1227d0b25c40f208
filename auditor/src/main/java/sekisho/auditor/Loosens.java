package sekisho.auditor;

import java.util.List;
import sekisho.protocol.BookId;
import sekisho.protocol.Description;
import sekisho.protocol.Limit;
import sekisho.protocol.SettingsCommand;
import sekisho.protocol.StateRecord.DescriptionRow;
import sekisho.protocol.StateRecord.FloorRow;
import sekisho.protocol.StateRecord.RuleRow;
import sekisho.protocol.StateRecord.RungRow;
import sekisho.protocol.TrustCommand;

/** Section 8: what loosens, and what only tightens. */
final class Loosens {

    private final State state;

    Loosens(State state) {
        this.state = state;
    }

    boolean anything(BookId book, TrustCommand command) {
        FoundedTables tables = state.founded;
        return switch (command) {
            case TrustCommand.RemoveStaff _,
                    TrustCommand.DistrustIssuer _,
                    TrustCommand.DistrustBankKey _,
                    TrustCommand.StopMethod _ -> false;
            case TrustCommand.MarkMerchant mark -> !mark.resale();
            case TrustCommand.SetRule rule -> {
                RuleRow row = tables.rules.find(List.of(book, rule.kind()));
                yield row == null
                        ? rule.ial() + rule.aal() > 0
                        : !(rule.ial() <= row.ial()
                                && rule.aal() <= row.aal()
                                && rule.from() >= row.from()
                                && rule.until() <= row.until());
            }
            case TrustCommand.SetFloor floor -> {
                FloorRow row = tables.floors.find(List.of(book, floor.operation()));
                yield row == null
                        || !(floor.strength().compareTo(row.strength()) >= 0
                                && floor.ial() >= row.ial()
                                && (row.closeMatch() || !floor.closeMatch()));
            }
            case TrustCommand.SetRung rung -> {
                RungRow row = tables.rungs.find(List.of(book, rung.strength(), rung.confirmed(), rung.place()));
                yield row == null
                        || !(rung.ageMillis() >= row.ageMillis()
                                && rung.in24Hours() <= row.in24Hours()
                                && rung.in30Days() <= row.in30Days());
            }
            case TrustCommand.Describe describe -> {
                DescriptionRow row = tables.descriptions.find(new Keys.Bank(book, describe.bank()));
                yield row == null || !noWeaker(row.description(), describe.description());
            }
            case TrustCommand.Found _,
                    TrustCommand.EnrolStaff _,
                    TrustCommand.TrustIssuer _,
                    TrustCommand.TrustBankKey _,
                    TrustCommand.SetTierFor _,
                    TrustCommand.OpenMethod _ -> true;
        };
    }

    private static boolean noWeaker(Description before, Description after) {
        return FloorRules.strength(after).compareTo(FloorRules.strength(before)) <= 0
                && after.perTopUp() <= before.perTopUp()
                && after.newLinksIn24Hours() <= before.newLinksIn24Hours()
                && after.objectionMillis() >= before.objectionMillis()
                && after.pullBackMillis() >= before.pullBackMillis()
                && (after.matches() | before.matches()) == before.matches()
                && after.method() == before.method();
    }

    boolean limit(BookId book, SettingsCommand.SetLimit set) {
        Limit before = state.limits.getOr(
                new Keys.Limited(book, set.tier(), set.currency(), set.operation()), GuardRules.nothing());
        Limit after = set.limit();
        return !(after.perOperation() <= before.perOperation()
                && after.in24Hours() <= before.in24Hours()
                && after.in30Days() <= before.in30Days()
                && after.inDay() <= before.inDay()
                && after.inMonth() <= before.inMonth());
    }

    boolean cap(BookId book, SettingsCommand.SetBalanceCap set) {
        return set.cap() > state.caps.getOr(new Keys.Capped(book, set.tier(), set.currency()), 0L);
    }
}
