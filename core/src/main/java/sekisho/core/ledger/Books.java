package sekisho.core.ledger;

import sekisho.protocol.BookId;

/** Books by number; the usual one is not allocated anew. */
public final class Books {

    private Books() {}

    public static BookId of(int value) {
        return value == BookId.FIRST.value() ? BookId.FIRST : new BookId(value);
    }
}
