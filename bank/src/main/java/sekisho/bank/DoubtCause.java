package sekisho.bank;

/** Why it is not known what a bank did. */
public enum DoubtCause {
    /** No connection came about: nothing was sent, so calling again cannot double anything. */
    NOT_REACHED(true),
    /** It was sent, and no whole answer came in time. */
    NO_ANSWER(true),
    /** The bank's door said that the bank is down or busy; what happened behind the door is not known. */
    UNAVAILABLE(true),
    /** What came is no answer of the protocol, or speaks of another instruction. */
    NOT_UNDERSTOOD(true),
    /** The bank does not admit us or our request: somebody has to look at credentials and settings. */
    NOT_ADMITTED(true),
    /** The bank has the instruction and is not done with it. */
    IN_PROGRESS(false),
    /** The bank knows the key with other contents: somebody has to look. */
    KEY_CONFLICT(false);

    private final boolean faulty;

    DoubtCause(boolean faulty) {
        this.faulty = faulty;
    }

    /** Whether this speaks against calling the bank any further now. */
    public boolean faulty() {
        return faulty;
    }
}
