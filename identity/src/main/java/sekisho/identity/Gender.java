package sekisho.identity;

/** As a document says it (ISO/IEC 5218, ICAO Doc 9303). */
public enum Gender {
    FEMALE,
    MALE,
    /** Not stated, or neither. */
    NOT_STATED
}
