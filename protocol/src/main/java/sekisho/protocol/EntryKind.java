package sekisho.protocol;

/** What an entry did to its account's counters. */
public enum EntryKind {
    /** Posted counter of its side grew. */
    POSTED(0),
    /** Pending counter of its side grew: money is reserved or expected. */
    HELD(1),
    /** Pending counter of its side shrank: a hold ended, in a posting or without one. */
    RELEASED(2);

    private static final EntryKind[] BY_CODE = values();

    private final int code;

    EntryKind(int code) {
        this.code = code;
    }

    /** The number on the wire and in snapshots; for life. */
    public int code() {
        return code;
    }

    /** By code. */
    public static EntryKind of(int code) {
        return Codes.of(BY_CODE, code);
    }
}
