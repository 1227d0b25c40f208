package sekisho.protocol;

/** Why a link of a founded book stands where it stands. */
public enum LinkReason {
    ASKED,
    DEPARTED,
    MATCHED,
    /** The bank's answer was not good enough. */
    DENIED,
    NOTICE_DELIVERED,
    NOTICE_NOT_DELIVERED,
    NOTICE_TO_YOUNG_CONTACT,
    CONFIRMED,
    OBJECTED,
    /** Time was up, and nobody objected. */
    COOLED_OFF,
    /** Time was up, and nothing had come. */
    RAN_OUT,
    BELOW_FLOOR,
    SUSPENDED_BY_STAFF,
    CLOSED_BY_CALLER,
    /** The account is locked. */
    LOCKED
}
