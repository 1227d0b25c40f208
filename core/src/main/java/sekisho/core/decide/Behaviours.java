package sekisho.core.decide;

/**
 * The versions of the engine's behaviour. A log is replayed with the behaviour it was written with: a version is switched
 * on by a logged command and never removed while a retained snapshot or log needs it.
 */
public final class Behaviours {

    /** What a new engine begins with. */
    public static final int FIRST = 1;

    /** From this one on, a payee's balance cap counts what is on its way to it. */
    public static final int CAP_COUNTS_PENDING = 2;

    /** The newest that this code knows. */
    public static final int NEWEST = CAP_COUNTS_PENDING;

    private Behaviours() {}
}
