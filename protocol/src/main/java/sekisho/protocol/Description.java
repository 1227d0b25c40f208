package sekisho.protocol;

/**
 * What a bank does when somebody identifies there: what is asked, what is matched, how the holder hears of it.
 *
 * @param version larger than the former one's
 * @param method the connector, 1 to 255
 * @param factors bits, see the constants
 * @param matches bits, see the constants: what the bank compares with verified attributes
 * @param notice how the holder is told
 * @param noticeProof whether the bank proves that it was delivered
 * @param objectionMillis how long the holder may object before a link becomes active, 0 to 90 days
 * @param pullBackMillis how long the rail can take a top-up back, 0 to 400 days
 * @param perTopUp most of one top-up, minor units
 * @param newLinksIn24Hours most of all top-ups within 24 hours over links younger than 30 days, minor units
 */
public record Description(
        int version,
        int method,
        int factors,
        int matches,
        Notice notice,
        boolean noticeProof,
        long objectionMillis,
        long pullBackMillis,
        long perTopUp,
        long newLinksIn24Hours) {

    /** What the holder knows: a number, a date. All of them together are one factor. */
    public static final int KNOWLEDGE = 1;
    /** What the holder has. */
    public static final int POSSESSION = 2;
    /** What the holder is. */
    public static final int INHERENCE = 4;
    /** At least one factor changes with every use. */
    public static final int DYNAMIC = 8;
    /** Bound to the bank's own site or app. */
    public static final int PHISHING_RESISTANT = 16;
    /** A code in the text of a small deposit. */
    public static final int DEPOSIT_CODE = 32;

    /** The name in kanji. */
    public static final int KANJI_NAME = 1;
    /** The birth date. */
    public static final int BIRTH_DATE = 2;
    /** The address. */
    public static final int ADDRESS = 4;
    /** The phone number that the bank holds. */
    public static final int PHONE = 8;
    /** The name in kana: with the birth date a close match at best. */
    public static final int KANA_NAME = 16;

    private static final long DAY = 86_400_000;

    public Description {
        if (version < 1) {
            throw new IllegalArgumentException("a description's version is at least 1");
        }
        if (method < 1 || method > 255) {
            throw new IllegalArgumentException("a method is 1 to 255");
        }
        if ((factors & ~63) != 0 || (matches & ~31) != 0) {
            throw new IllegalArgumentException("factors and matches are known bits only");
        }
        if (objectionMillis < 0 || objectionMillis > 90 * DAY) {
            throw new IllegalArgumentException("an objection window is 0 to 90 days");
        }
        if (pullBackMillis < 0 || pullBackMillis > 400 * DAY) {
            throw new IllegalArgumentException("a pull-back time is 0 to 400 days");
        }
        if (perTopUp < 0 || newLinksIn24Hours < 0) {
            throw new IllegalArgumentException("a bound is not negative");
        }
    }

    /** How a holder is told, by the bank, at an address that the bank holds. */
    public enum Notice {
        NONE,
        STATEMENT,
        MAIL,
        LETTER,
        MESSAGE,
        APP
    }
}
