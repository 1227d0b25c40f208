package sekisho.formats.zengin;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.MessageDigest;
import java.util.Optional;
import sekisho.formats.Digits;

/**
 * The text that a tiny deposit leaves on a statement: a code first, then who sent it. Statements cut texts at the right, some
 * after ten characters, so the code leads.
 */
public final class StatementText {

    /** Fewer digits could be guessed: three tries at six digits hit once in 333,333. */
    public static final int FEWEST_DIGITS = 6;

    public static final int MOST_DIGITS = 10;

    /** Characters of a transfer's sender, in Zengin's files. */
    public static final int LONGEST = 40;

    private StatementText() {}

    /**
     * The sender's name for a transfer that carries a code.
     *
     * @param code 6 to 10 digits
     * @param sender who sends it, in characters that Zengin allows, or that can be written so
     * @throws IllegalArgumentException if the code has too few or too many digits, the sender cannot be written or begins
     *     with a digit, or both are longer than 40 characters: it is never cut
     */
    public static String of(String code, String sender) {
        Checks.that(
                Digits.are(code, FEWEST_DIGITS, MOST_DIGITS),
                "a code has " + FEWEST_DIGITS + " to " + MOST_DIGITS + " digits");
        String written = ZenginText.of(sender)
                .orElseThrow(() -> new IllegalArgumentException("the sender has characters Zengin does not allow"))
                .strip();
        Checks.that(!written.isEmpty(), "the sender is missing");
        // Some statements drop blanks: a digit would join the code.
        Checks.that(!Character.isDigit(written.charAt(0)), "the sender begins with a digit");
        String text = code + " " + written;
        Checks.that(text.length() <= LONGEST, "code and sender are longer than " + LONGEST + " characters");
        return text;
    }

    /** The code that leads a statement's text: all digits at its beginning; empty if there are too few or too many. */
    public static Optional<String> codeOf(String statementText) {
        String plain = Digits.plain(statementText);
        int end = 0;
        while (end < plain.length() && plain.charAt(end) >= '0' && plain.charAt(end) <= '9') {
            end++;
        }
        String code = plain.substring(0, end);
        return Digits.are(code, FEWEST_DIGITS, MOST_DIGITS) ? Optional.of(code) : Optional.empty();
    }

    /**
     * Whether what somebody typed is the code: the digits alone, or the statement's whole text. The time it takes does not
     * depend on where they differ.
     */
    public static boolean isCode(String typed, String code) {
        return typed.length() <= 2 * LONGEST
                && MessageDigest.isEqual(codeOf(typed).orElse("").getBytes(US_ASCII), code.getBytes(US_ASCII));
    }
}
