package sekisho.formats.matching;

/** Whether an attribute counts. */
public enum Standing {
    /** Somebody other than the person vouched for it, and the evidence was checked. */
    VERIFIED,
    /** The person typed it. It is never compared: a thief types the victim's. */
    SELF_DECLARED
}
