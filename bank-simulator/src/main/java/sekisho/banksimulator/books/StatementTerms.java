package sekisho.banksimulator.books;

import java.util.regex.Pattern;

/**
 * What an operator wants statements to be about. The bank does not know what any of it means; it signs it as it came.
 *
 * @param book 16 hexadecimal digits, like bank and wallet
 * @param key the number of the bank's key, 1 to 65,535
 * @param person 32 hexadecimal digits, like link, session and nonce
 */
public record StatementTerms(
        String book, String bank, int key, String wallet, String person, String link, String session, String nonce) {
    private static final int LARGEST_KEY = 0xFFFF;
    private static final Pattern WORD = Pattern.compile("[0-9a-f]{16}");
    private static final Pattern TOKEN = Pattern.compile("[0-9a-f]{32}");

    public StatementTerms {
        if (key < 1 || key > LARGEST_KEY) {
            throw new IllegalArgumentException("a key's number is 1 to 65535");
        }
        for (String word : new String[] {book, bank, wallet}) {
            require(WORD.matcher(word).matches(), "16 hexadecimal digits");
        }
        for (String token : new String[] {person, link, session, nonce}) {
            require(TOKEN.matcher(token).matches(), "32 hexadecimal digits");
        }
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException("a member of a statement has " + otherwise + ", lower case");
        }
    }
}
