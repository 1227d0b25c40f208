package sekisho.core.decide;

import org.jspecify.annotations.Nullable;
import sekisho.core.memory.FlatTable;
import sekisho.core.state.State;
import sekisho.core.trust.Es256;
import sekisho.core.trust.Trust;
import sekisho.protocol.AccountKind;
import sekisho.protocol.BookId;
import sekisho.protocol.Event;
import sekisho.protocol.EvidenceKind;
import sekisho.protocol.LinkStrength;
import sekisho.protocol.Member;
import sekisho.protocol.Refusal;
import sekisho.protocol.Refused;
import sekisho.protocol.Request;
import sekisho.protocol.StateRecord;
import sekisho.protocol.StateRecord.StaffRow;
import sekisho.protocol.Token;
import sekisho.protocol.TrustCommand;
import sekisho.protocol.TrustKind;
import sekisho.protocol.TrustOutcome;

/** Decides what a book trusts. Who has to stand behind it is for {@link Guards}. */
final class TrustDecisions {

    private static final TrustOutcome APPLIED = new TrustOutcome.Applied();
    private static final long WEAK_IN_24_HOURS = 10_000;
    private static final long WEAK_IN_30_DAYS = 30_000;
    private static final long WEAK_AGE_MILLIS = 86_400_000;

    private final Bench bench;
    private final State state;
    private final Trust trust;
    private final Reviews reviews;

    TrustDecisions(Bench bench, Reviews reviews) {
        this.bench = bench;
        this.reviews = reviews;
        state = bench.state();
        trust = state.trust();
    }

    TrustOutcome decide(Request request, TrustCommand command) {
        BookId book = request.book();
        boolean founds = command instanceof TrustCommand.Found;
        if (trust.founded(book.value()) == founds) {
            return new Refused(founds ? Refusal.BOOK_FOUNDED : Refusal.BOOK_NOT_FOUNDED);
        }
        Refused refused = refuses(book, command);
        if (refused != null) {
            return refused;
        }

        apply(book, command);
        return APPLIED;
    }

    private @Nullable Refused refuses(BookId book, TrustCommand command) {
        return switch (command) {
            case TrustCommand.Found found ->
                when(
                        !Es256.onCurve(found.first().key())
                                || !Es256.onCurve(found.second().key()),
                        Refusal.KEY_NOT_ON_CURVE);
            case TrustCommand.EnrolStaff(Member member) ->
                Es256.onCurve(member.key())
                        ? when(trust.staff(book, member.credential()) != null, Refusal.STAFF_EXISTS)
                        : new Refused(Refusal.KEY_NOT_ON_CURVE);
            case TrustCommand.RemoveStaff remove -> refusesRemoval(book, remove);
            case TrustCommand.TrustIssuer issuer -> refusesIssuer(book, issuer);
            case TrustCommand.DistrustIssuer issuer ->
                when(trust.issuer(book, issuer.issuer()) == null, Refusal.ISSUER_NOT_TRUSTED);
            case TrustCommand.TrustBankKey key ->
                state.banks().find(book, key.bank()) == 0
                        ? new Refused(Refusal.BANK_NOT_FOUND)
                        : when(!Es256.onCurve(key.key()), Refusal.KEY_NOT_ON_CURVE);
            case TrustCommand.DistrustBankKey key ->
                when(trust.bankKey(book, key.bank(), key.number()) == null, Refusal.BANK_KEY_NOT_TRUSTED);
            case TrustCommand.SetRule rule ->
                when(rule.kind() == EvidenceKind.DEMONSTRATION && production(book), Refusal.DEMONSTRATION_REFUSED);
            case TrustCommand.SetRung rung -> refusesRung(rung);
            case TrustCommand.Describe describe -> refusesDescription(book, describe);
            case TrustCommand.MarkMerchant mark ->
                when(
                        state.holders()
                                        .find(
                                                book,
                                                AccountKind.MERCHANT,
                                                mark.merchant().value())
                                == 0,
                        Refusal.MERCHANT_NOT_FOUND);
            case TrustCommand.SetTierFor _,
                    TrustCommand.SetFloor _,
                    TrustCommand.StopMethod _,
                    TrustCommand.OpenMethod _ -> null;
        };
    }

    private static @Nullable Refused when(boolean refuse, Refusal reason) {
        return refuse ? new Refused(reason) : null;
    }

    private boolean production(BookId book) {
        StateRecord.FoundingRow founding = trust.founding(book);
        return founding == null || founding.production();
    }

    private @Nullable Refused refusesRemoval(BookId book, TrustCommand.RemoveStaff remove) {
        StaffRow row = trust.staff(book, remove.credential());
        if (row == null) {
            return new Refused(Refusal.STAFF_NOT_FOUND);
        }
        // Members, not credentials: a smallest and a largest number that differ are two.
        long[] span = {Long.MAX_VALUE, 0};
        trust.staff().forEach(staff -> {
            if (staff.book().equals(book) && !staff.credential().equals(remove.credential())) {
                span[0] = Math.min(span[0], staff.member());
                span[1] = Math.max(span[1], staff.member());
            }
        });
        return when(span[0] >= span[1], Refusal.TWO_STAFF_NEEDED);
    }

    private @Nullable Refused refusesIssuer(BookId book, TrustCommand.TrustIssuer issuer) {
        if ((issuer.kinds() & EvidenceKind.DEMONSTRATION.bit()) != 0 && production(book)) {
            return new Refused(Refusal.DEMONSTRATION_REFUSED);
        }
        return when(!Es256.onCurve(issuer.key()), Refusal.KEY_NOT_ON_CURVE);
    }

    /** A weak link whose holder has not confirmed it brings nothing for a day, and then little. */
    private static @Nullable Refused refusesRung(TrustCommand.SetRung rung) {
        if (rung.confirmed() || rung.strength().atLeast(LinkStrength.TWO_FACTOR)) {
            return null;
        }
        boolean early = rung.ageMillis() < WEAK_AGE_MILLIS;
        long most24Hours = early ? 0 : WEAK_IN_24_HOURS;
        if (rung.in24Hours() > most24Hours) {
            return new Refused(Refusal.RUNG_TOO_HIGH, most24Hours);
        }
        long most30Days = early ? 0 : WEAK_IN_30_DAYS;
        return rung.in30Days() > most30Days ? new Refused(Refusal.RUNG_TOO_HIGH, most30Days) : null;
    }

    private @Nullable Refused refusesDescription(BookId book, TrustCommand.Describe describe) {
        if (state.banks().find(book, describe.bank()) == 0) {
            return new Refused(Refusal.BANK_NOT_FOUND);
        }
        StateRecord.DescriptionRow before = trust.description(book, describe.bank());
        return before != null
                        && describe.description().version()
                                <= before.description().version()
                ? new Refused(
                        Refusal.DESCRIPTION_NOT_NEWER, before.description().version())
                : null;
    }

    private void apply(BookId book, TrustCommand command) {
        switch (command) {
            case TrustCommand.Found found -> found(book, found);
            case TrustCommand.EnrolStaff(Member member) -> enrol(book, member);
            case TrustCommand.RemoveStaff(Token gone) -> {
                forget(trust.staff(), book.value(), gone.high(), gone.low());
                tell(TrustKind.STAFF, gone.high(), gone.low(), false);
            }
            case TrustCommand.TrustIssuer issuer -> {
                trust.put(new StateRecord.IssuerRow(book, issuer.issuer(), issuer.kinds(), issuer.key()));
                tell(TrustKind.ISSUER, issuer.issuer(), 0, true);
            }
            case TrustCommand.DistrustIssuer issuer -> {
                forget(trust.issuers(), book.value(), issuer.issuer());
                tell(TrustKind.ISSUER, issuer.issuer(), 0, false);
            }
            case TrustCommand.TrustBankKey key -> {
                trust.put(new StateRecord.BankKeyRow(book, key.bank(), key.number(), key.key()));
                tell(TrustKind.BANK_KEY, key.bank().code(), key.number(), true);
            }
            case TrustCommand.DistrustBankKey key -> {
                forget(trust.bankKeys(), book.value(), key.bank().code(), key.number());
                tell(TrustKind.BANK_KEY, key.bank().code(), key.number(), false);
            }
            case TrustCommand.SetRule rule -> {
                trust.put(
                        new StateRecord.RuleRow(book, rule.kind(), rule.ial(), rule.aal(), rule.from(), rule.until()));
                tell(TrustKind.RULE, rule.kind().code(), 0, true);
            }
            case TrustCommand.SetTierFor set -> {
                trust.put(new StateRecord.TierForRow(book, set.ial(), set.aal(), set.tier()));
                tell(TrustKind.TIER, set.ial(), set.aal(), true);
            }
            case TrustCommand.SetFloor set -> floor(book, set);
            case TrustCommand.SetRung set -> {
                trust.put(new StateRecord.RungRow(
                        book,
                        set.strength(),
                        set.confirmed(),
                        set.place(),
                        set.ageMillis(),
                        set.in24Hours(),
                        set.in30Days()));
                tell(TrustKind.RUNG, set.strength().code(), set.place(), true);
            }
            case TrustCommand.Describe describe -> describe(book, describe);
            case TrustCommand.StopMethod stop -> {
                trust.put(new StateRecord.StopRow(book, stop.method(), stop.operation()));
                tell(TrustKind.METHOD, stop.method(), stop.operation().code(), false);
            }
            case TrustCommand.OpenMethod open -> {
                forget(
                        trust.stops(),
                        book.value(),
                        open.method(),
                        open.operation().code());
                tell(TrustKind.METHOD, open.method(), open.operation().code(), true);
            }
            case TrustCommand.MarkMerchant mark -> mark(book, mark);
        }
    }

    private void found(BookId book, TrustCommand.Found found) {
        trust.put(new StateRecord.FoundingRow(
                book, found.rpIdHash(), found.origin(), found.production(), found.walletsPerPerson()));
        tell(TrustKind.FOUNDED, found.production() ? 1 : 0, found.walletsPerPerson(), true);
        enrol(book, found.first());
        enrol(book, found.second());
    }

    private void enrol(BookId book, Member member) {
        trust.put(new StaffRow(book, member.credential(), member.number(), member.key()));
        tell(TrustKind.STAFF, member.credential().high(), member.credential().low(), true);
    }

    private void floor(BookId book, TrustCommand.SetFloor set) {
        trust.put(new StateRecord.FloorRow(book, set.operation(), set.strength(), set.ial(), set.closeMatch()));
        tell(TrustKind.FLOOR, set.operation().code(), set.strength().code(), true);
        reviews.beginAll(book);
    }

    private void describe(BookId book, TrustCommand.Describe describe) {
        trust.put(new StateRecord.DescriptionRow(book, describe.bank(), describe.description()));
        tell(
                TrustKind.DESCRIPTION,
                describe.bank().code(),
                describe.description().version(),
                true);
        reviews.begin(state.banks().find(book, describe.bank()));
    }

    private void mark(BookId book, TrustCommand.MarkMerchant mark) {
        long merchant = mark.merchant().value();
        if (mark.resale()) {
            trust.put(new StateRecord.ResaleRow(book, mark.merchant()));
        } else {
            forget(trust.resales(), book.value(), merchant);
        }
        tell(TrustKind.MERCHANT, merchant, 0, !mark.resale());
    }

    private static void forget(FlatTable<?> table, long... key) {
        int row = table.find(key);
        if (row != 0) {
            table.remove(row);
        }
    }

    private void tell(TrustKind kind, long high, long low, boolean trusted) {
        bench.events().tell(new Event.TrustChanged(kind, high, low, trusted));
    }
}
