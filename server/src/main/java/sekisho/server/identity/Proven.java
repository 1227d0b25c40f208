package sekisho.server.identity;

import sekisho.identity.IdentityRefusal;

/** What became of a proof. */
public sealed interface Proven {

    /** It holds, and is kept. */
    record Verified(KeptEvidence evidence) implements Proven {}

    /** It does not: the first thing found wrong. */
    record Refused(IdentityRefusal reason) implements Proven {}

    /** It holds, and belongs to somebody else than who was verified before. */
    record AnotherPerson() implements Proven {}

    /**
     * It holds, and whom it names has as many wallets as anybody may.
     *
     * @param most how many that are
     */
    record TooManyWallets(int most) implements Proven {}
}
