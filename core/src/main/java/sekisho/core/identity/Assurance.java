package sekisho.core.identity;

import org.jspecify.annotations.Nullable;
import sekisho.core.ledger.Books;
import sekisho.core.ledger.Holders;
import sekisho.core.time.Clock;
import sekisho.core.time.Deadlines;
import sekisho.core.trust.Trust;
import sekisho.protocol.BookId;
import sekisho.protocol.EvidenceKind;
import sekisho.protocol.StateRecord.AuthenticatorRow;
import sekisho.protocol.StateRecord.EvidenceRow;
import sekisho.protocol.StateRecord.IdentityRow;
import sekisho.protocol.StateRecord.RuleRow;
import sekisho.protocol.Token;
import sekisho.protocol.WalletId;

/** What a wallet's evidence and passkeys are worth now, in the words of NIST SP 800-63-4. */
public final class Assurance {

    /** Of a passkey that may leave its device; one that may not has 3. */
    private static final int SYNCED = 2;

    private static final int BOUND = 3;
    private static final EvidenceKind[] KINDS = EvidenceKind.values();

    private final Trust trust;
    private final Identities identities;
    private final Holders holders;
    private final Clock clock;
    private final Deadlines deadlines;

    public Assurance(Trust trust, Identities identities, Holders holders, Clock clock, Deadlines deadlines) {
        this.trust = trust;
        this.identities = identities;
        this.holders = holders;
        this.clock = clock;
        this.deadlines = deadlines;
    }

    /** Identity assurance of a wallet, 0 to 3. */
    public int ial(BookId book, WalletId wallet) {
        Token person = identities.identity(book, wallet).person();
        int ial = 0;
        for (EvidenceKind kind : KINDS) {
            RuleRow rule = counting(book, person, kind);
            ial = rule == null ? ial : Math.max(ial, rule.ial());
        }
        return ial;
    }

    /** Authenticator assurance of a wallet, 0 to 3. */
    public int aal(BookId book, WalletId wallet) {
        Token person = identities.identity(book, wallet).person();
        int aal = 0;
        for (EvidenceKind kind : KINDS) {
            RuleRow rule = counting(book, person, kind);
            aal = rule == null ? aal : Math.max(aal, rule.aal());
        }
        for (int place = 0; place < Identities.MOST_AUTHENTICATORS; place++) {
            AuthenticatorRow row = identities.authenticator(book, wallet, place);
            if (row == null) {
                break;
            }
            aal = Math.max(aal, row.backupEligible() ? SYNCED : BOUND);
        }
        return aal;
    }

    /** Whether a wallet's identity is assured at all: it may hold money. The answer is remembered with the holder. */
    public boolean verified(int holder) {
        int epoch = trust.epoch(clock.now());
        boolean fresh = epoch < Trust.LAST_EPOCH && !deadlines.behind(clock.now());
        if (fresh && holders.assuredIn(holder) == epoch) {
            return true;
        }
        BookId book = Books.of(holders.book(holder));
        boolean verified = ial(book, new WalletId(holders.owner(holder))) > 0;
        holders.setAssuredIn(holder, verified && fresh ? epoch : 0);
        return verified;
    }

    /** When the first of a person's evidence expires, or ends to count by its rule (ms); 0: there is none. */
    public long ends(BookId book, Token person) {
        long ends = Long.MAX_VALUE;
        for (EvidenceKind kind : KINDS) {
            EvidenceRow row = identities.evidence(book, person, kind);
            if (row != null && row.expires() > clock.now()) {
                RuleRow rule = counting(book, person, kind);
                ends = Math.min(ends, rule == null ? row.expires() : Math.min(row.expires(), rule.until()));
            }
        }
        return ends == Long.MAX_VALUE ? 0 : ends;
    }

    /** Whether a tier may be had with a wallet's assurance, or less. */
    public boolean allows(BookId book, WalletId wallet, int tier) {
        int ial = ial(book, wallet);
        int aal = aal(book, wallet);
        for (int i = 0; i <= ial; i++) {
            for (int a = 0; a <= aal; a++) {
                var row = trust.tierFor(book, i, a);
                if (row != null && row.tier().value() == tier) {
                    return true;
                }
            }
        }
        return false;
    }

    /** A person's wallets know nothing of their assurance any more. */
    public void forget(int holder) {
        holders.setAssuredIn(holder, 0);
    }

    public IdentityRow identity(BookId book, WalletId wallet) {
        return identities.identity(book, wallet);
    }

    /** The rule by which a person's evidence of a kind counts now, or null. */
    private @Nullable RuleRow counting(BookId book, Token person, EvidenceKind kind) {
        RuleRow rule = person.names() ? trust.rule(book, kind) : null;
        long now = clock.now();
        if (rule == null || now < rule.from() || now >= rule.until()) {
            return null;
        }
        EvidenceRow row = identities.evidence(book, person, kind);
        return row != null && row.expires() > now ? rule : null;
    }
}
