package sekisho.bank.description;

import java.util.Locale;

/** Who bears what was taken through a link that the holder did not make. Towards the holder it is never the holder. */
public enum Liability {
    OPERATOR,
    BANK,
    /** By halves, until a case says otherwise. */
    SHARED;

    /** The word in descriptions. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
