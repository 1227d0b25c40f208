package sekisho.auditor;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sekisho.protocol.BookId;
import sekisho.protocol.DeadlineKind;
import sekisho.protocol.Event;
import sekisho.protocol.Evidence;
import sekisho.protocol.EvidenceKind;
import sekisho.protocol.IdentityCommand;
import sekisho.protocol.IdentityOutcome;
import sekisho.protocol.OperationId;
import sekisho.protocol.Outcome;
import sekisho.protocol.Refusal;
import sekisho.protocol.Refused;
import sekisho.protocol.StateRecord.AuthenticatorRow;
import sekisho.protocol.StateRecord.EvidenceRow;
import sekisho.protocol.StateRecord.IdentityRow;
import sekisho.protocol.StateRecord.IssuerRow;
import sekisho.protocol.StateRecord.RuleRow;
import sekisho.protocol.StateRecord.UsedRow;
import sekisho.protocol.Token;
import sekisho.protocol.WalletId;

/** Section 8, "Identity". */
final class IdentityRules {

    private static final long QUARTER_HOUR = 900_000;
    private static final long MINUTE = 60_000;
    private static final long THREE_DAYS = 259_200_000;
    private static final int MOST_PASSKEYS = 8;
    private static final long MOST_USED = 4_194_304;

    private final State state;
    private final FoundedTables tables;
    private final Holders holders;
    private final Deadlines deadlines;
    private final FloorRules floors;

    IdentityRules(State state, Holders holders, Deadlines deadlines, FloorRules floors) {
        this.state = state;
        this.holders = holders;
        this.deadlines = deadlines;
        this.floors = floors;
        tables = state.founded;
    }

    Outcome decide(BookId book, IdentityCommand command) {
        if (!tables.founded(book)) {
            return new Refused(Refusal.BOOK_NOT_FOUNDED);
        }
        return switch (command) {
            case IdentityCommand.Present present -> present(book, present);
            case IdentityCommand.AddAuthenticator add -> add(book, add);
            case IdentityCommand.RemoveAuthenticator remove -> remove(book, remove);
        };
    }

    private Outcome present(BookId book, IdentityCommand.Present present) {
        Evidence evidence = present.evidence();
        Refused refused = Check.first(() -> notFromIssuer(book, present), () -> notAcceptable(book, evidence));
        if (refused != null) {
            return refused;
        }
        tables.used.put(List.of(book, evidence.id()), new UsedRow(book, evidence.id()));
        deadlines.set(DeadlineKind.TOKEN_FORGOTTEN, book, named(evidence.id()), evidence.issued() + QUARTER_HOUR + 1);
        if (evidence.kind() != EvidenceKind.CONTACT) {
            bind(book, evidence);
            List<Object> key = List.of(book, evidence.person(), evidence.kind());
            EvidenceRow known = tables.evidence.find(key);
            if (known == null || evidence.issued() >= known.issued()) {
                tables.evidence.put(key, row(evidence));
            }
            wait(book, evidence.person());
        }
        int ial = floors.ial(book, evidence.wallet());
        int aal = floors.aal(book, evidence.wallet());
        state.emit(new Event.EvidenceAccepted(
                evidence.wallet(), evidence.person(), evidence.kind(), evidence.id(), evidence.expires(), ial, aal));
        return new IdentityOutcome.Accepted(ial, aal);
    }

    private static OperationId named(Token token) {
        return new OperationId(token.high(), token.low());
    }

    private static EvidenceRow row(Evidence it) {
        return new EvidenceRow(
                it.book(), it.person(), it.kind(), it.id(), it.subject(), it.sources(), it.issued(), it.expires());
    }

    private @Nullable Refused notFromIssuer(BookId book, IdentityCommand.Present present) {
        Evidence evidence = present.evidence();
        IssuerRow issuer = tables.issuers.find(List.of(book, evidence.issuer()));
        return Check.first(
                () -> Check.when(!evidence.book().equals(book), Refusal.EVIDENCE_OF_ANOTHER_BOOK),
                () -> holders.notOpen(book, evidence.wallet()),
                () -> Check.when(issuer == null, Refusal.ISSUER_NOT_TRUSTED),
                () -> Check.when(
                        issuer != null && (issuer.kinds() >> evidence.kind().code() & 1) == 0,
                        Refusal.KIND_NOT_OF_ISSUER),
                () -> Check.when(
                        issuer != null && !Signed.by(issuer.key(), Signed.bytes(evidence), present.signature()),
                        Refusal.EVIDENCE_FORGED));
    }

    private @Nullable Refused notAcceptable(BookId book, Evidence evidence) {
        long now = state.now.get();
        Token bound = floors.person(book, evidence.wallet());
        boolean binds = evidence.person().names() && !bound.names();
        int wallets = tables.persons
                .getOr(List.of(book, evidence.person()), List.of())
                .size();
        int most = tables.foundings.get(book).walletsPerPerson();
        return Check.first(
                () -> Check.when(
                        evidence.issued() < now - QUARTER_HOUR || evidence.issued() > now + MINUTE,
                        Refusal.EVIDENCE_STALE,
                        now),
                () -> Check.when(evidence.expires() <= now, Refusal.EVIDENCE_EXPIRED, evidence.expires()),
                () -> Check.when(tables.used.has(List.of(book, evidence.id())), Refusal.EVIDENCE_USED),
                () -> Check.when(tables.used.size() >= MOST_USED, Refusal.TABLE_FULL, MOST_USED),
                () -> Check.when(
                        evidence.person().names() && bound.names() && !bound.equals(evidence.person()),
                        Refusal.WALLET_OF_ANOTHER_PERSON),
                () -> Check.when(binds && wallets >= most, Refusal.TOO_MANY_WALLETS, most));
    }

    private void bind(BookId book, Evidence evidence) {
        if (floors.person(book, evidence.wallet()).names()) {
            return;
        }
        List<Object> key = List.of(book, evidence.person());
        List<WalletId> wallets = new ArrayList<>(tables.persons.getOr(key, List.of()));
        wallets.add(evidence.wallet());
        tables.persons.put(key, List.copyOf(wallets));
        List<AuthenticatorRow> known = passkeys(book, evidence.wallet());
        boolean own = known.isEmpty()
                || (known.size() == 1 && known.getFirst().credential().equals(evidence.subject()));
        IdentityRow before = identity(book, evidence.wallet());
        long until = own ? before.restsUntil() : state.now.get() + THREE_DAYS;
        put(new IdentityRow(book, evidence.wallet(), evidence.person(), until, before.cleanSince()));
    }

    private IdentityRow identity(BookId book, WalletId wallet) {
        return tables.identities.getOr(List.of(book, wallet), new IdentityRow(book, wallet, Token.NONE, 0, 0));
    }

    private void put(IdentityRow row) {
        tables.identities.put(List.of(row.book(), row.wallet()), row);
    }

    /** Waits for the first of a person's evidence to expire, or to end to count. */
    private void wait(BookId book, Token person) {
        deadlines.drop(DeadlineKind.PERSON_REVIEWED, book, named(person));
        long first = Long.MAX_VALUE;
        for (EvidenceKind kind : EvidenceKind.values()) {
            EvidenceRow row = tables.evidence.find(List.of(book, person, kind));
            RuleRow rule = floors.counts(book, person, kind);
            if (row != null && state.now.get() < row.expires()) {
                first = Math.min(first, row.expires());
                first = rule == null ? first : Math.min(first, rule.until());
            }
        }
        if (first != Long.MAX_VALUE) {
            deadlines.set(DeadlineKind.PERSON_REVIEWED, book, named(person), first);
        }
    }

    /** Evidence has ended to count. */
    void review(BookId book, Token person) {
        wait(book, person);
        for (WalletId wallet : tables.persons.get(List.of(book, person))) {
            state.emit(new Event.AssuranceChanged(wallet, floors.ial(book, wallet), floors.aal(book, wallet)));
            fit(book, wallet);
        }
    }

    private void fit(BookId book, WalletId wallet) {
        var holder = holders.wallet(book, wallet);
        if (floors.allowed(book, wallet, holder.tier())) {
            return;
        }
        for (int ial = floors.ial(book, wallet); ial >= 0; ial--) {
            for (int aal = floors.aal(book, wallet); aal >= 0; aal--) {
                var row = tables.tiers.find(List.of(book, ial, aal));
                if (row != null) {
                    holders.setTier(holder, row.tier().value());
                    return;
                }
            }
        }
    }

    private List<AuthenticatorRow> passkeys(BookId book, WalletId wallet) {
        return tables.authenticators.getOr(List.of(book, wallet), List.of());
    }

    private boolean has(BookId book, WalletId wallet, Token credential) {
        return passkeys(book, wallet).stream().anyMatch(row -> row.credential().equals(credential));
    }

    private Outcome add(BookId book, IdentityCommand.AddAuthenticator add) {
        List<AuthenticatorRow> known = passkeys(book, add.wallet());
        Token person = floors.person(book, add.wallet());
        boolean first = known.isEmpty() && !person.names();
        Refused refused = Check.first(
                () -> holders.notOpen(book, add.wallet()),
                () -> Check.when(!Signed.onCurve(add.key()), Refusal.KEY_NOT_ON_CURVE),
                () -> Check.when(has(book, add.wallet(), add.credential()), Refusal.AUTHENTICATOR_EXISTS),
                () -> Check.when(known.size() >= MOST_PASSKEYS, Refusal.TOO_MANY_AUTHENTICATORS, MOST_PASSKEYS),
                () -> Check.when(!first && !chip(book, person, add.credential()), Refusal.CHIP_PROOF_MISSING));
        if (refused != null) {
            return refused;
        }
        List<AuthenticatorRow> all = new ArrayList<>(known);
        all.add(new AuthenticatorRow(
                book, add.wallet(), known.size(), add.credential(), add.key(), add.backupEligible(), add.backedUp()));
        tables.authenticators.put(List.of(book, add.wallet()), List.copyOf(all));
        return changed(book, add.wallet(), add.credential(), true, !first);
    }

    private boolean chip(BookId book, Token person, Token credential) {
        for (EvidenceKind kind :
                List.of(EvidenceKind.IC_CHIP, EvidenceKind.PASSPORT_CHIP, EvidenceKind.DEMONSTRATION)) {
            EvidenceRow row = person.names() ? tables.evidence.find(List.of(book, person, kind)) : null;
            if (row != null
                    && row.subject().equals(credential)
                    && row.issued() >= state.now.get() - QUARTER_HOUR
                    && row.expires() > state.now.get()) {
                return true;
            }
        }
        return false;
    }

    private Outcome remove(BookId book, IdentityCommand.RemoveAuthenticator remove) {
        Refused refused = Check.first(
                () -> holders.notOpen(book, remove.wallet()),
                () -> Check.when(!has(book, remove.wallet(), remove.credential()), Refusal.AUTHENTICATOR_NOT_FOUND));
        if (refused != null) {
            return refused;
        }
        List<AuthenticatorRow> left = new ArrayList<>(passkeys(book, remove.wallet()));
        AuthenticatorRow last = left.removeLast();
        if (!last.credential().equals(remove.credential())) {
            left.replaceAll(row -> row.credential().equals(remove.credential())
                    ? new AuthenticatorRow(
                            book,
                            remove.wallet(),
                            row.place(),
                            last.credential(),
                            last.key(),
                            last.backupEligible(),
                            last.backedUp())
                    : row);
        }
        tables.authenticators.put(List.of(book, remove.wallet()), List.copyOf(left));
        return changed(book, remove.wallet(), remove.credential(), false, true);
    }

    private Outcome changed(BookId book, WalletId wallet, Token credential, boolean added, boolean rests) {
        IdentityRow known = identity(book, wallet);
        long until = rests ? state.now.get() + THREE_DAYS : known.restsUntil();
        put(new IdentityRow(book, wallet, known.person(), until, known.cleanSince()));
        state.emit(new Event.AuthenticatorChanged(wallet, credential, added, until));
        fit(book, wallet);
        return new IdentityOutcome.Accepted(floors.ial(book, wallet), floors.aal(book, wallet));
    }
}
