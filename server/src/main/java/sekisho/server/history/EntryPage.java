package sekisho.server.history;

import java.util.List;

/**
 * Some entries of an account.
 *
 * @param next where the next page goes on: the cursor to ask with; 0: there is nothing more
 */
public record EntryPage(List<BookedEntry> entries, long next) {
    public EntryPage {
        entries = List.copyOf(entries);
    }
}
