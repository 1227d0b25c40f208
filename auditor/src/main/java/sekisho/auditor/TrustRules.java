package sekisho.auditor;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import sekisho.protocol.BookId;
import sekisho.protocol.Event;
import sekisho.protocol.EvidenceKind;
import sekisho.protocol.LinkStrength;
import sekisho.protocol.Member;
import sekisho.protocol.Outcome;
import sekisho.protocol.Refusal;
import sekisho.protocol.Refused;
import sekisho.protocol.StateRecord;
import sekisho.protocol.StateRecord.DescriptionRow;
import sekisho.protocol.TrustCommand;
import sekisho.protocol.TrustKind;
import sekisho.protocol.TrustOutcome;

/** Section 8, "Trust". */
final class TrustRules {

    private static final long DAY = 86_400_000;

    private final State state;
    private final FoundedTables tables;
    private final Holders holders;
    private final Banks banks;
    private final ReviewRules reviews;

    TrustRules(State state, Holders holders, Banks banks, ReviewRules reviews) {
        this.state = state;
        this.holders = holders;
        this.banks = banks;
        this.reviews = reviews;
        tables = state.founded;
    }

    Outcome decide(BookId book, TrustCommand command) {
        boolean founding = command instanceof TrustCommand.Found;
        Refused refused = Check.first(
                () -> Check.when(founding && tables.founded(book), Refusal.BOOK_FOUNDED),
                () -> Check.when(!founding && !tables.founded(book), Refusal.BOOK_NOT_FOUNDED),
                () -> refusal(book, command));
        if (refused != null) {
            return refused;
        }
        apply(book, command);
        return new TrustOutcome.Applied();
    }

    private @Nullable Refused refusal(BookId book, TrustCommand command) {
        return switch (command) {
            case TrustCommand.Found found ->
                Check.when(
                        !Signed.onCurve(found.first().key())
                                || !Signed.onCurve(found.second().key()),
                        Refusal.KEY_NOT_ON_CURVE);
            case TrustCommand.EnrolStaff enrol ->
                Check.first(
                        () -> Check.when(!Signed.onCurve(enrol.member().key()), Refusal.KEY_NOT_ON_CURVE),
                        () -> Check.when(
                                tables.staff.has(List.of(book, enrol.member().credential())), Refusal.STAFF_EXISTS));
            case TrustCommand.RemoveStaff remove ->
                Check.first(
                        () -> Check.when(
                                !tables.staff.has(List.of(book, remove.credential())), Refusal.STAFF_NOT_FOUND),
                        () -> Check.when(membersWithout(book, remove) < 2, Refusal.TWO_STAFF_NEEDED));
            case TrustCommand.TrustIssuer issuer ->
                Check.first(
                        () -> Check.when(
                                production(book) && (issuer.kinds() & EvidenceKind.DEMONSTRATION.bit()) != 0,
                                Refusal.DEMONSTRATION_REFUSED),
                        () -> Check.when(!Signed.onCurve(issuer.key()), Refusal.KEY_NOT_ON_CURVE));
            case TrustCommand.DistrustIssuer issuer ->
                Check.when(!tables.issuers.has(List.of(book, issuer.issuer())), Refusal.ISSUER_NOT_TRUSTED);
            case TrustCommand.TrustBankKey key ->
                Check.first(
                        () -> banks.unknown(book, key.bank()),
                        () -> Check.when(!Signed.onCurve(key.key()), Refusal.KEY_NOT_ON_CURVE));
            case TrustCommand.DistrustBankKey key ->
                Check.when(!tables.bankKeys.has(List.of(book, key.bank(), key.number())), Refusal.BANK_KEY_NOT_TRUSTED);
            case TrustCommand.SetRule rule ->
                Check.when(
                        production(book) && rule.kind() == EvidenceKind.DEMONSTRATION, Refusal.DEMONSTRATION_REFUSED);
            case TrustCommand.SetRung rung -> tooHigh(rung);
            case TrustCommand.Describe describe ->
                Check.first(() -> banks.unknown(book, describe.bank()), () -> notNewer(book, describe));
            case TrustCommand.MarkMerchant mark ->
                holders.missing(Keys.Holder.of(book, mark.merchant()), Refusal.MERCHANT_NOT_FOUND);
            case TrustCommand.SetTierFor _,
                    TrustCommand.SetFloor _,
                    TrustCommand.StopMethod _,
                    TrustCommand.OpenMethod _ -> null;
        };
    }

    private boolean production(BookId book) {
        return tables.foundings.get(book).production();
    }

    private int membersWithout(BookId book, TrustCommand.RemoveStaff remove) {
        Set<Long> members = new HashSet<>();
        tables.staff.forEach((key, row) -> {
            if (row.book().equals(book) && !row.credential().equals(remove.credential())) {
                members.add(row.member());
            }
        });
        return members.size();
    }

    private static @Nullable Refused tooHigh(TrustCommand.SetRung rung) {
        if (rung.confirmed() || rung.strength().compareTo(LinkStrength.TWO_FACTOR) >= 0) {
            return null;
        }
        long inDay = rung.ageMillis() < DAY ? 0 : 10_000;
        long inMonth = rung.ageMillis() < DAY ? 0 : 30_000;
        return Check.first(
                () -> Check.when(rung.in24Hours() > inDay, Refusal.RUNG_TOO_HIGH, inDay),
                () -> Check.when(rung.in30Days() > inMonth, Refusal.RUNG_TOO_HIGH, inMonth));
    }

    private @Nullable Refused notNewer(BookId book, TrustCommand.Describe describe) {
        DescriptionRow row = tables.descriptions.find(new Keys.Bank(book, describe.bank()));
        int version = row == null ? 0 : row.description().version();
        return Check.when(describe.description().version() <= version, Refusal.DESCRIPTION_NOT_NEWER, version);
    }

    private void apply(BookId book, TrustCommand command) {
        switch (command) {
            case TrustCommand.Found it -> {
                tables.foundings.put(
                        book,
                        new StateRecord.FoundingRow(
                                book, it.rpIdHash(), it.origin(), it.production(), it.walletsPerPerson()));
                say(TrustKind.FOUNDED, it.production() ? 1 : 0, it.walletsPerPerson(), true);
                enrol(book, it.first());
                enrol(book, it.second());
            }
            case TrustCommand.EnrolStaff it -> enrol(book, it.member());
            case TrustCommand.RemoveStaff it -> {
                tables.staff.remove(List.of(book, it.credential()));
                say(TrustKind.STAFF, it.credential().high(), it.credential().low(), false);
            }
            case TrustCommand.TrustIssuer it -> {
                tables.issuers.put(
                        List.of(book, it.issuer()), new StateRecord.IssuerRow(book, it.issuer(), it.kinds(), it.key()));
                say(TrustKind.ISSUER, it.issuer(), 0, true);
            }
            case TrustCommand.DistrustIssuer it -> {
                tables.issuers.remove(List.of(book, it.issuer()));
                say(TrustKind.ISSUER, it.issuer(), 0, false);
            }
            case TrustCommand.TrustBankKey it -> {
                tables.bankKeys.put(
                        List.of(book, it.bank(), it.number()),
                        new StateRecord.BankKeyRow(book, it.bank(), it.number(), it.key()));
                say(TrustKind.BANK_KEY, it.bank().code(), it.number(), true);
            }
            case TrustCommand.DistrustBankKey it -> {
                tables.bankKeys.remove(List.of(book, it.bank(), it.number()));
                say(TrustKind.BANK_KEY, it.bank().code(), it.number(), false);
            }
            case TrustCommand.SetRule it -> {
                tables.rules.put(
                        List.of(book, it.kind()),
                        new StateRecord.RuleRow(book, it.kind(), it.ial(), it.aal(), it.from(), it.until()));
                say(TrustKind.RULE, it.kind().code(), 0, true);
            }
            case TrustCommand.SetTierFor it -> {
                tables.tiers.put(
                        List.of(book, it.ial(), it.aal()),
                        new StateRecord.TierForRow(book, it.ial(), it.aal(), it.tier()));
                say(TrustKind.TIER, it.ial(), it.aal(), true);
            }
            case TrustCommand.SetFloor it -> {
                tables.floors.put(
                        List.of(book, it.operation()),
                        new StateRecord.FloorRow(book, it.operation(), it.strength(), it.ial(), it.closeMatch()));
                say(TrustKind.FLOOR, it.operation().code(), it.strength().code(), true);
                tables.banksOf.getOr(book, List.of()).forEach(bank -> reviews.begin(book, bank));
            }
            case TrustCommand.SetRung it -> {
                tables.rungs.put(List.of(book, it.strength(), it.confirmed(), it.place()), rung(book, it));
                say(TrustKind.RUNG, it.strength().code(), it.place(), true);
            }
            case TrustCommand.Describe it -> {
                tables.descriptions.put(
                        new Keys.Bank(book, it.bank()), new DescriptionRow(book, it.bank(), it.description()));
                say(TrustKind.DESCRIPTION, it.bank().code(), it.description().version(), true);
                reviews.begin(book, it.bank());
            }
            case TrustCommand.StopMethod it -> {
                tables.stops.put(
                        List.of(book, it.method(), it.operation()),
                        new StateRecord.StopRow(book, it.method(), it.operation()));
                say(TrustKind.METHOD, it.method(), it.operation().code(), false);
            }
            case TrustCommand.OpenMethod it -> {
                tables.stops.remove(List.of(book, it.method(), it.operation()));
                say(TrustKind.METHOD, it.method(), it.operation().code(), true);
            }
            case TrustCommand.MarkMerchant it -> {
                List<Object> key = List.of(book, it.merchant());
                if (it.resale()) {
                    tables.resales.put(key, new StateRecord.ResaleRow(book, it.merchant()));
                } else {
                    tables.resales.remove(key);
                }
                say(TrustKind.MERCHANT, it.merchant().value(), 0, !it.resale());
            }
        }
    }

    private static StateRecord.RungRow rung(BookId book, TrustCommand.SetRung it) {
        return new StateRecord.RungRow(
                book, it.strength(), it.confirmed(), it.place(), it.ageMillis(), it.in24Hours(), it.in30Days());
    }

    private void enrol(BookId book, Member member) {
        tables.staff.put(
                List.of(book, member.credential()),
                new StateRecord.StaffRow(book, member.credential(), member.number(), member.key()));
        say(TrustKind.STAFF, member.credential().high(), member.credential().low(), true);
    }

    private void say(TrustKind kind, long high, long low, boolean trusted) {
        state.emit(new Event.TrustChanged(kind, high, low, trusted));
    }
}
