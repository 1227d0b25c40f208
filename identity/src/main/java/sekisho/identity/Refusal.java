package sekisho.identity;

/** Carries a refusal from inside a check to its edge, where it becomes a {@link Verdict.Refused}. */
public final class Refusal extends Exception {
    private final IdentityRefusal reason;

    public Refusal(IdentityRefusal reason) {
        super(reason.name(), null, false, false);
        this.reason = reason;
    }

    public IdentityRefusal reason() {
        return reason;
    }
}
