package sekisho.protocol;

/** What an entry did to its account's counters. */
public enum EntryKind {
    /** Posted counter of its side grew. */
    POSTED,
    /** Pending counter of its side grew: money is reserved or expected. */
    HELD,
    /** Pending counter of its side shrank: a hold ended, in a posting or without one. */
    RELEASED;

    private static final EntryKind[] ALL = values();

    /** By ordinal; the order is for life. */
    public static EntryKind of(int ordinal) {
        return ALL[ordinal];
    }
}
