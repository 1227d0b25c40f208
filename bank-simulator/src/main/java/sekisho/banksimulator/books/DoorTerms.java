package sekisho.banksimulator.books;

import java.util.regex.Pattern;

/**
 * What an operator wants a statement to be about when somebody is at its door whom it does not know. The bank does not know what any of
 * it means; it signs it as it came.
 *
 * @param book 16 hexadecimal digits, like bank
 * @param key the number of the bank's key, 1 to 65,535
 * @param visit 32 hexadecimal digits, like session and nonce
 */
public record DoorTerms(String book, String bank, int key, String visit, String session, String nonce) {
    private static final int LARGEST_KEY = 0xFFFF;
    private static final Pattern WORD = Pattern.compile("[0-9a-f]{16}");
    private static final Pattern TOKEN = Pattern.compile("[0-9a-f]{32}");

    public DoorTerms {
        if (key < 1 || key > LARGEST_KEY) {
            throw new IllegalArgumentException("a key's number is 1 to 65535");
        }
        if (!WORD.matcher(book).matches() || !WORD.matcher(bank).matches()) {
            throw new IllegalArgumentException("book and bank have 16 hexadecimal digits, lower case");
        }
        for (String token : new String[] {visit, session, nonce}) {
            if (!TOKEN.matcher(token).matches()) {
                throw new IllegalArgumentException("visit, session and nonce have 32 hexadecimal digits, lower case");
            }
        }
    }
}
