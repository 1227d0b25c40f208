package sekisho.protocol;

/**
 * Whom a book trusts, and for what. {@link Found} is the beginning; after it, what loosens carries the assertions of two
 * different members of staff, what tightens that of one.
 */
public sealed interface TrustCommand extends Command<TrustOutcome> {

    /**
     * Founds the checkpoint of a book, once and for ever: from now on every guard of it holds.
     *
     * @param rpIdHash SHA-256 of the staff's and customers' relying party id (a domain)
     * @param origin SHA-256 of the origin from which assertions may come
     * @param production refuses whatever is made up for demonstrations
     * @param walletsPerPerson 1 to 16
     */
    record Found(Digest rpIdHash, Digest origin, boolean production, int walletsPerPerson, Member first, Member second)
            implements TrustCommand {
        public Found {
            if (walletsPerPerson < 1 || walletsPerPerson > 16) {
                throw new IllegalArgumentException("a person has 1 to 16 wallets");
            }
            if (first.number() == second.number() || first.credential().equals(second.credential())) {
                throw new IllegalArgumentException("two different members found a book");
            }
        }
    }

    /** Adds a member of staff, or a further credential of one. Loosens. */
    record EnrolStaff(Member member) implements TrustCommand {}

    /** Takes a credential of staff away; two members always remain. Tightens. */
    record RemoveStaff(Token credential) implements TrustCommand {}

    /** Trusts an issuer's evidence. Loosens. Kinds: bits of {@link EvidenceKind#bit()}. */
    record TrustIssuer(int issuer, int kinds, PublicKey key) implements TrustCommand {
        public TrustIssuer {
            requireNumber(issuer);
            if (kinds < 1 || kinds > 63) {
                throw new IllegalArgumentException("kinds are known bits, at least one");
            }
        }
    }

    /** Trusts an issuer no more; what it said before stays. Tightens. */
    record DistrustIssuer(int issuer) implements TrustCommand {
        public DistrustIssuer {
            requireNumber(issuer);
        }
    }

    /** Trusts what a bank signs with a key. Loosens. */
    record TrustBankKey(BankId bank, int number, PublicKey key) implements TrustCommand {
        public TrustBankKey {
            requireNumber(number);
        }
    }

    /** Trusts a bank's key no more. Tightens. */
    record DistrustBankKey(BankId bank, int number) implements TrustCommand {
        public DistrustBankKey {
            requireNumber(number);
        }
    }

    /**
     * What a kind of evidence is worth, replacing the former rule. Tightens if it is worth no more and for no longer.
     *
     * @param ial identity assurance, 0 to 3 (NIST SP 800-63-4)
     * @param aal authenticator assurance that it adds, 0 to 3
     * @param from when it begins to count (ms)
     * @param until when it ends to count (ms)
     */
    record SetRule(EvidenceKind kind, int ial, int aal, long from, long until) implements TrustCommand {
        public SetRule {
            requireLevel(ial);
            requireLevel(aal);
            if (from < 0 || until < from) {
                throw new IllegalArgumentException("a rule ends after it begins");
            }
            if (kind == EvidenceKind.CONTACT && (ial != 0 || aal != 0)) {
                throw new IllegalArgumentException("a contact proof gives no assurance");
            }
        }
    }

    /** Lets wallets of this assurance into a tier. Loosens. */
    record SetTierFor(int ial, int aal, TierId tier) implements TrustCommand {
        public SetTierFor {
            requireLevel(ial);
            requireLevel(aal);
        }
    }

    /**
     * What an operation needs at least. Tightens if it needs no less than before in any respect.
     *
     * @param ial identity assurance of the wallet, 1 to 3
     * @param closeMatch whether a close match will do
     */
    record SetFloor(BankOperation operation, LinkStrength strength, int ial, boolean closeMatch)
            implements TrustCommand {
        public SetFloor {
            requireLevel(ial);
            if (ial == 0 || strength == LinkStrength.NONE) {
                throw new IllegalArgumentException("a floor is above nothing");
            }
        }
    }

    /**
     * A rung of the ladder: what may be topped up through links of a strength once they are so old. Lower rungs are younger.
     * Tightens if neither bound grows and the age does not fall.
     *
     * @param confirmed whether it is for links that their holder has confirmed
     * @param place 0 to 3
     * @param ageMillis from when on it holds, since the link became active
     */
    record SetRung(LinkStrength strength, boolean confirmed, int place, long ageMillis, long in24Hours, long in30Days)
            implements TrustCommand {
        public SetRung {
            if (place < 0 || place > 3) {
                throw new IllegalArgumentException("a rung's place is 0 to 3");
            }
            if (ageMillis < 0 || in24Hours < 0 || in30Days < 0) {
                throw new IllegalArgumentException("a rung's numbers are not negative");
            }
        }
    }

    /** Describes a bank's protocol; its links are looked at again. Tightens if nothing grows weaker. */
    record Describe(BankId bank, Description description) implements TrustCommand {}

    /** Stops a method, or all (0), for one operation at all banks. Tightens. */
    record StopMethod(int method, BankOperation operation, int reason) implements TrustCommand {
        public StopMethod {
            requireMethod(method);
            Codes.require16(reason);
        }
    }

    /** Opens a method again. Loosens. */
    record OpenMethod(int method, BankOperation operation, int reason) implements TrustCommand {
        public OpenMethod {
            requireMethod(method);
            Codes.require16(reason);
        }
    }

    /** Says whether a merchant sells what is easily sold on. To say so tightens, to take it back loosens. */
    record MarkMerchant(MerchantId merchant, boolean resale) implements TrustCommand {}

    private static void requireNumber(int number) {
        if (number < 1 || number > 0xFFFF) {
            throw new IllegalArgumentException("a number is 1 to 65535");
        }
    }

    private static void requireLevel(int level) {
        if (level < 0 || level > 3) {
            throw new IllegalArgumentException("an assurance is 0 to 3");
        }
    }

    private static void requireMethod(int method) {
        if (method < 0 || method > 255) {
            throw new IllegalArgumentException("a method is 0 to 255");
        }
    }
}
