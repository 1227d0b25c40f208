package sekisho.server.shop;

/** What somebody may do in a shop. */
public enum Role {
    /** Everything: giving back money and settling too. */
    OWNER,
    /** Charging, taking customers' codes, capturing and voiding. */
    TILL
}
