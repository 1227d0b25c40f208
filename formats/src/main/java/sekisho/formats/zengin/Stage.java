package sekisho.formats.zengin;

/** Which way a file goes. */
public enum Stage {
    /** From the collector to the bank. */
    REQUEST,
    /** The same entries back, each with its result. */
    RESULT
}
