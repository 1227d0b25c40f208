package sekisho.identity;

/** What became of checking a proof. */
public sealed interface Verdict {

    /** It holds. */
    record Verified(Evidence evidence) implements Verdict {}

    /** It does not, and why: the first thing found wrong. */
    record Refused(IdentityRefusal reason) implements Verdict {}
}
