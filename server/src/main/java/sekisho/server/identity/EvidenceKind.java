package sekisho.server.identity;

/** Where evidence comes from. */
public enum EvidenceKind {
    /** Stands in for a chip in the demo world. A production server takes none and counts none. */
    DEMONSTRATION
}
