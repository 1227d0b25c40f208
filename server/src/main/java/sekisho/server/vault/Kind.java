package sekisho.server.vault;

/** What a value is. */
public enum Kind {
    MAIL(true),
    PHONE(true),
    BANK_ACCOUNT(true),
    /** Who somebody is: kanji name and birth date in their exact forms. */
    IDENTITY(true),
    NAME(false),
    BIRTH_DATE(false),
    ADDRESS(false),
    /** What somebody wrote beside money. */
    WORDS(false);

    private final boolean shared;

    Kind(boolean shared) {
        this.shared = shared;
    }

    /** Whether equal values have one token: so that links to one account can be counted. Names are not shared. */
    public boolean shared() {
        return shared;
    }
}
