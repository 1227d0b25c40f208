package sekisho.core.decide;

import org.jspecify.annotations.Nullable;
import sekisho.core.identity.Assurance;
import sekisho.core.identity.Identities;
import sekisho.core.state.State;
import sekisho.core.trust.Es256;
import sekisho.core.trust.Trust;
import sekisho.protocol.BookId;
import sekisho.protocol.DeadlineKind;
import sekisho.protocol.Event;
import sekisho.protocol.Evidence;
import sekisho.protocol.EvidenceKind;
import sekisho.protocol.IdentityCommand;
import sekisho.protocol.IdentityOutcome;
import sekisho.protocol.Refusal;
import sekisho.protocol.Refused;
import sekisho.protocol.Request;
import sekisho.protocol.StateRecord.AuthenticatorRow;
import sekisho.protocol.StateRecord.EvidenceRow;
import sekisho.protocol.StateRecord.FoundingRow;
import sekisho.protocol.StateRecord.IdentityRow;
import sekisho.protocol.StateRecord.IssuerRow;
import sekisho.protocol.StateRecord.PersonRow;
import sekisho.protocol.StateRecord.UsedRow;
import sekisho.protocol.Token;
import sekisho.protocol.WalletId;

/** Decides who wallets belong to, and their passkeys. */
final class IdentityDecisions {

    /** How long evidence is accepted after it was issued (ms). */
    private static final long ACCEPTED_MILLIS = 900_000;

    private static final long AHEAD_MILLIS = 60_000;
    /** How long a wallet rests after a change of its passkeys (ms): 72 hours. */
    private static final long REST_MILLIS = 259_200_000;

    private final Bench bench;
    private final Parties parties;
    private final Persons persons;
    private final State state;
    private final Trust trust;
    private final Identities identities;
    private final Assurance assurance;

    IdentityDecisions(Bench bench, Parties parties, Persons persons) {
        this.bench = bench;
        this.parties = parties;
        this.persons = persons;
        state = bench.state();
        trust = state.trust();
        identities = state.identities();
        assurance = state.assurance();
    }

    IdentityOutcome decide(Request request, IdentityCommand command) {
        if (!trust.founded(request.book().value())) {
            return new Refused(Refusal.BOOK_NOT_FOUNDED);
        }
        return switch (command) {
            case IdentityCommand.Present present -> present(request.book(), present);
            case IdentityCommand.AddAuthenticator add -> add(request.book(), add);
            case IdentityCommand.RemoveAuthenticator remove -> remove(request.book(), remove);
        };
    }

    private IdentityOutcome present(BookId book, IdentityCommand.Present present) {
        Evidence evidence = present.evidence();
        Refused refused = refusesIssuer(book, present);
        if (refused == null) {
            refused = refusesEvidence(book, evidence);
        }
        if (refused != null) {
            return refused;
        }

        int used = identities.used().put(new UsedRow(book, evidence.id()));
        state.deadlines().set(evidence.issued() + ACCEPTED_MILLIS + 1, DeadlineKind.TOKEN_FORGOTTEN, used, 0);
        if (evidence.person().names()) {
            bind(book, evidence);
            keep(book, evidence);
            persons.changed(book, evidence.person());
        }
        int ial = assurance.ial(book, evidence.wallet());
        int aal = assurance.aal(book, evidence.wallet());
        bench.events()
                .tell(new Event.EvidenceAccepted(
                        evidence.wallet(),
                        evidence.person(),
                        evidence.kind(),
                        evidence.id(),
                        evidence.expires(),
                        ial,
                        aal));
        return new IdentityOutcome.Accepted(ial, aal);
    }

    private @Nullable Refused refusesIssuer(BookId book, IdentityCommand.Present present) {
        Evidence evidence = present.evidence();
        if (!evidence.book().equals(book)) {
            return new Refused(Refusal.EVIDENCE_OF_ANOTHER_BOOK);
        }
        Refusal absent = parties.absentWallet(parties.wallet(book, evidence.wallet()));
        if (absent != null) {
            return new Refused(absent);
        }
        IssuerRow issuer = trust.issuer(book, evidence.issuer());
        if (issuer == null) {
            return new Refused(Refusal.ISSUER_NOT_TRUSTED);
        }
        if ((issuer.kinds() & evidence.kind().bit()) == 0) {
            return new Refused(Refusal.KIND_NOT_OF_ISSUER);
        }
        return Es256.verifies(issuer.key(), evidence.canonical(), present.signature())
                ? null
                : new Refused(Refusal.EVIDENCE_FORGED);
    }

    private @Nullable Refused refusesEvidence(BookId book, Evidence evidence) {
        long now = bench.now();
        if (evidence.issued() > now + AHEAD_MILLIS || evidence.issued() < now - ACCEPTED_MILLIS) {
            return new Refused(Refusal.EVIDENCE_STALE, now);
        }
        if (evidence.expires() <= now) {
            return new Refused(Refusal.EVIDENCE_EXPIRED, evidence.expires());
        }
        if (identities.used(book, evidence.id()) != 0) {
            return new Refused(Refusal.EVIDENCE_USED);
        }
        if (identities.used().count() >= Identities.MOST_USED) {
            return new Refused(Refusal.TABLE_FULL, Identities.MOST_USED);
        }
        Token bound = identities.identity(book, evidence.wallet()).person();
        if (!evidence.person().names() || bound.equals(evidence.person())) {
            return null;
        }
        if (bound.names()) {
            return new Refused(Refusal.WALLET_OF_ANOTHER_PERSON);
        }
        FoundingRow founding = trust.founding(book);
        int most = founding == null ? 0 : founding.walletsPerPerson();
        return identities.wallets(book, evidence.person()) >= most ? new Refused(Refusal.TOO_MANY_WALLETS, most) : null;
    }

    private void bind(BookId book, Evidence evidence) {
        WalletId wallet = evidence.wallet();
        Token person = evidence.person();
        IdentityRow known = identities.identity(book, wallet);
        if (!known.person().names()) {
            identities.persons().put(new PersonRow(book, person, identities.wallets(book, person), wallet));
            long until = speaksForPasskeys(book, evidence) ? known.restsUntil() : bench.now() + REST_MILLIS;
            identities.put(new IdentityRow(book, wallet, person, until, known.cleanSince()));
        }
    }

    /** Whether a wallet has no passkey yet, or the one that the evidence was made for: else somebody else's may be there. */
    private boolean speaksForPasskeys(BookId book, Evidence evidence) {
        int count = identities.authenticators(book, evidence.wallet());
        return count == 0
                || (count == 1 && identities.authenticator(book, evidence.wallet(), evidence.subject()) != null);
    }

    /** The newest of a kind counts. */
    private void keep(BookId book, Evidence evidence) {
        EvidenceRow known = identities.evidence(book, evidence.person(), evidence.kind());
        if (known == null || known.issued() <= evidence.issued()) {
            identities.put(new EvidenceRow(
                    book,
                    evidence.person(),
                    evidence.kind(),
                    evidence.id(),
                    evidence.subject(),
                    evidence.sources(),
                    evidence.issued(),
                    evidence.expires()));
        }
    }

    private IdentityOutcome add(BookId book, IdentityCommand.AddAuthenticator add) {
        Refusal absent = parties.absentWallet(parties.wallet(book, add.wallet()));
        if (absent != null) {
            return new Refused(absent);
        }
        if (!Es256.onCurve(add.key())) {
            return new Refused(Refusal.KEY_NOT_ON_CURVE);
        }
        if (identities.authenticator(book, add.wallet(), add.credential()) != null) {
            return new Refused(Refusal.AUTHENTICATOR_EXISTS);
        }
        int count = identities.authenticators(book, add.wallet());
        if (count >= Identities.MOST_AUTHENTICATORS) {
            return new Refused(Refusal.TOO_MANY_AUTHENTICATORS, Identities.MOST_AUTHENTICATORS);
        }
        IdentityRow known = identities.identity(book, add.wallet());
        boolean first = count == 0 && !known.person().names();
        if (!first && !chipSaw(book, known.person(), add.credential())) {
            return new Refused(Refusal.CHIP_PROOF_MISSING);
        }

        identities.put(new AuthenticatorRow(
                book, add.wallet(), count, add.credential(), add.key(), add.backupEligible(), add.backedUp()));
        return changed(book, add.wallet(), add.credential(), true, !first);
    }

    /** A chip of the person proved, a short while ago, that this credential is to be added. */
    private boolean chipSaw(BookId book, Token person, Token credential) {
        return chipSaw(book, person, credential, EvidenceKind.IC_CHIP)
                || chipSaw(book, person, credential, EvidenceKind.PASSPORT_CHIP)
                || chipSaw(book, person, credential, EvidenceKind.DEMONSTRATION);
    }

    private boolean chipSaw(BookId book, Token person, Token credential, EvidenceKind kind) {
        EvidenceRow row = person.names() ? identities.evidence(book, person, kind) : null;
        return row != null
                && row.subject().equals(credential)
                && row.issued() >= bench.now() - ACCEPTED_MILLIS
                && row.expires() > bench.now();
    }

    private IdentityOutcome remove(BookId book, IdentityCommand.RemoveAuthenticator remove) {
        Refusal absent = parties.absentWallet(parties.wallet(book, remove.wallet()));
        if (absent != null) {
            return new Refused(absent);
        }
        AuthenticatorRow row = identities.authenticator(book, remove.wallet(), remove.credential());
        if (row == null) {
            return new Refused(Refusal.AUTHENTICATOR_NOT_FOUND);
        }

        identities.remove(row);
        return changed(book, remove.wallet(), remove.credential(), false, true);
    }

    private IdentityOutcome changed(BookId book, WalletId wallet, Token credential, boolean added, boolean rests) {
        IdentityRow known = identities.identity(book, wallet);
        long until = rests ? bench.now() + REST_MILLIS : known.restsUntil();
        identities.put(new IdentityRow(book, wallet, known.person(), until, known.cleanSince()));
        bench.events().tell(new Event.AuthenticatorChanged(wallet, credential, added, until));
        persons.fitTier(book, wallet);
        return new IdentityOutcome.Accepted(assurance.ial(book, wallet), assurance.aal(book, wallet));
    }
}
