package sekisho.banksimulator.profile;

/** What an answer rests on. */
public enum AskKind {
    /** It says who is meant, and proves nothing. */
    IDENTIFIER,
    KNOWLEDGE,
    POSSESSION,
    INHERENCE
}
