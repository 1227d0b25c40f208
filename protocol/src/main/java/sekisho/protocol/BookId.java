package sekisho.protocol;

/**
 * A book: one operator's (tenant's) accounts. No command reaches over two books.
 *
 * @param value 1 to 65,535
 */
public record BookId(int value) {

    /** The book of an installation with one operator. */
    public static final BookId FIRST = new BookId(1);

    public BookId {
        if (value < 1 || value > 0xFFFF) {
            throw new IllegalArgumentException("a BookId is 1 to 65535");
        }
    }
}
