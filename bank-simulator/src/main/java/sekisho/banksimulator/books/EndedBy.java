package sekisho.banksimulator.books;

import java.util.Locale;

/** Who ended a mandate. */
public enum EndedBy {
    CUSTOMER,
    OPERATOR,
    BANK;

    /** The word of the protocol. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
