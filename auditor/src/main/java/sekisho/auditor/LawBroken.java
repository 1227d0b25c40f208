package sekisho.auditor;

/** The books do not obey a law of docs/rules.md: a bug in the rules or in whoever keeps the books. */
public final class LawBroken extends RuntimeException {

    private static final long serialVersionUID = 1;

    LawBroken(String message) {
        super(message);
    }

    static void unless(boolean holds, String law, Object about) {
        if (!holds) {
            throw new LawBroken(law + ": " + about);
        }
    }
}
